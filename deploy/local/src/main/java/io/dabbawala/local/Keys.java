package io.dabbawala.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The secrets of a local platform, made on its first start and readable by their owner only. */
record Keys(Path gatePrivate, Path gatePublic, Path webhookSecret, Path smsToken) {

    static Keys in(Path directory) {
        var keys =
                new Keys(
                        directory.resolve("gate.private.pem"),
                        directory.resolve("gate.public.pem"),
                        directory.resolve("webhook.secret"),
                        directory.resolve("sms.token"));
        try {
            if (!Files.exists(keys.webhookSecret)) {
                Files.createDirectories(directory);
                keys.make();
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("make the keys in " + directory, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    private void make() throws IOException, NoSuchAlgorithmException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        write(gatePrivate, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        write(gatePublic, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        write(smsToken, randomHex());
        write(webhookSecret, randomHex()); // last: it says that the others are there
    }

    private static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private static String pem(String what, byte[] der) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, body, what);
    }

    private static String randomHex() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

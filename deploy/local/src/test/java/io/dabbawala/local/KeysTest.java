package io.dabbawala.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    @TempDir private Path directory;

    @Test
    void what_the_private_key_signs_the_public_key_verifies() throws Exception {
        // Given
        var keys = Keys.in(directory);
        var factory = KeyFactory.getInstance("Ed25519");
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(factory.generatePrivate(new PKCS8EncodedKeySpec(der(keys.gatePrivate()))));
        signer.update(new byte[] {1, 2, 3});
        var signature = signer.sign();

        // When
        signer.initVerify(factory.generatePublic(new X509EncodedKeySpec(der(keys.gatePublic()))));
        signer.update(new byte[] {1, 2, 3});

        // Then
        assertThat(signer.verify(signature)).isTrue();
    }

    @Test
    void they_are_made_once() throws IOException {
        // Given
        var before = Files.readString(Keys.in(directory).webhookSecret());

        // Then
        assertThat(Keys.in(directory).webhookSecret()).hasContent(before);
        assertThat(before).hasSize(64);
    }

    @Test
    void only_their_owner_reads_them() {
        // When
        var keys = Keys.in(directory.resolve("keys"));

        // Then
        assertThat(
                        Stream.of(
                                keys.gatePrivate(),
                                keys.gatePublic(),
                                keys.webhookSecret(),
                                keys.smsToken()))
                .allSatisfy(
                        file ->
                                assertThat(Files.getPosixFilePermissions(file))
                                        .isEqualTo(PosixFilePermissions.fromString("rw-------")));
    }

    private static byte[] der(Path pem) throws IOException, GeneralSecurityException {
        var base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
        return Base64.getDecoder().decode(base64);
    }
}

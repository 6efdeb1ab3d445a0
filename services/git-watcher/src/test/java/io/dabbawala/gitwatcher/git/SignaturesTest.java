package io.dabbawala.gitwatcher.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.watch.Signature;
import io.dabbawala.gitwatcher.watch.Signature.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Commits signed by git with the programs people use. */
@EnabledIf("programsAreHere")
class SignaturesTest {

    private static final String ASHA = "asha@shop.example";

    @TempDir Path directory;

    private Host host;
    private Path home;

    static boolean programsAreHere() {
        return List.of("git", "ssh-keygen", "gpg").stream()
                .allMatch(name -> Files.isExecutable(Path.of("/usr/bin", name)));
    }

    @BeforeEach
    void open() throws IOException {
        host = Host.in(directory.resolve("host"));
        host.write("a.yaml", "a: 1").commit("feat: one");
        var mine =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        home = Files.createDirectory(directory.resolve("home"), mine);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void an_ssh_key_of_an_allowed_signer_is_good_and_one_that_is_taken_back_is_not()
            throws Exception {
        // Given
        var key = sshKey("asha");
        var allowed = allowed(ASHA, key);
        var revision = signedBySsh(key);

        // Then
        assertThat(judge(revision, ssh(allowed))).isEqualTo(Signature.valid(ASHA));
        var list = directory.resolve("revoked");
        run("ssh-keygen", "-q", "-k", "-f", list.toString(), key + ".pub");
        assertThat(judge(revision, new Signatures.Keys(allowed, list, null)))
                .satisfies(is(Check.INVALID, "KEY_REVOKED"));
    }

    @Test
    void a_key_nobody_vouched_for_is_untrusted_and_one_out_of_time_invalid() throws Exception {
        // Given
        var key = sshKey("asha");
        var revision = signedBySsh(key);
        var other = allowed("ravi@shop.example", sshKey("ravi"));

        // Then
        assertThat(judge(revision, ssh(other))).satisfies(is(Check.UNTRUSTED, "KEY_UNKNOWN"));
        assertThat(judge(revision, ssh(line(key, "valid-before=\"20200101\""))))
                .satisfies(is(Check.INVALID, "KEY_EXPIRED"));
        assertThat(judge(revision, ssh(line(key, "namespaces=\"file\""))).check())
                .isNotEqualTo(Check.VALID);
    }

    @Test
    void a_signature_over_another_commit_and_two_of_them_are_invalid() throws Exception {
        // Given
        var key = sshKey("asha");
        var keys = ssh(allowed(ASHA, key));
        var raw = raw(signedBySsh(key));

        // When
        var moved = insert(raw.replace("feat: signed", "feat: forged"));
        var header = raw.substring(raw.indexOf("gpgsig "), raw.indexOf("\n\n") + 1);
        var twice = insert(raw.replace(header, header + header));

        // Then
        assertThat(judge(moved, keys)).satisfies(is(Check.INVALID, "BAD_SIGNATURE"));
        assertThat(judge(twice, keys)).satisfies(is(Check.INVALID, "SEVERAL_SIGNATURES"));
    }

    @Test
    void a_gpg_key_is_good_until_it_is_over_or_taken_back() throws Exception {
        // Given
        gpg("--quick-gen-key", "Asha <" + ASHA + ">", "ed25519", "sign", "2y");
        var revision = signedByGpg(ASHA);
        var keys = new Signatures.Keys(null, null, exported("good", ASHA));

        // Then
        assertThat(judge(revision, keys)).isEqualTo(Signature.valid("Asha <" + ASHA + ">"));
        var later = Instant.now().plusSeconds(3 * 366 * 86_400L);
        assertThat(judgeAt(revision, keys, later)).satisfies(is(Check.INVALID, "KEY_EXPIRED"));
        var forged = insert(raw(revision).replace("feat: signed", "feat: forged"));
        assertThat(judge(forged, keys)).satisfies(is(Check.INVALID, "BAD_SIGNATURE"));

        // When
        takeBack();

        // Then
        assertThat(judge(revision, new Signatures.Keys(null, null, exported("bad", ASHA))))
                .satisfies(is(Check.INVALID, "KEY_REVOKED"));
    }

    @Test
    void a_gpg_key_that_is_not_configured_is_untrusted() throws Exception {
        gpg("--quick-gen-key", "Asha <" + ASHA + ">", "ed25519", "sign");
        gpg("--quick-gen-key", "Ravi <ravi@shop.example>", "ed25519", "sign");
        var revision = signedByGpg(ASHA);

        assertThat(judge(revision, new Signatures.Keys(null, null, exported("r", "ravi"))))
                .satisfies(is(Check.UNTRUSTED, "KEY_UNKNOWN"));
        assertThat(judge(revision, ssh(allowed(ASHA, sshKey("asha")))))
                .satisfies(is(Check.UNTRUSTED, "KEY_UNKNOWN"));
    }

    @Test
    void without_a_signature_it_is_unsigned_and_without_keys_nobody_looks() throws Exception {
        var revision = host.write("a.yaml", "a: 2").commit("feat: plain");

        assertThat(judge(revision, ssh(allowed(ASHA, sshKey("asha"))))).isEqualTo(Signature.NONE);
        assertThat(judge(revision, Signatures.Keys.NONE)).isEqualTo(Signature.NOT_CHECKED);
    }

    private static Consumer<Signature> is(Check check, String code) {
        return signature -> {
            assertThat(signature.check()).isEqualTo(check);
            assertThat(signature.reason()).startsWith(code + ": ");
        };
    }

    private Signature judge(String revision, Signatures.Keys keys) throws IOException {
        return judgeAt(revision, keys, Instant.now());
    }

    private Signature judgeAt(String revision, Signatures.Keys keys, Instant now)
            throws IOException {
        var repository = host.git().getRepository();
        try (var walk = new RevWalk(repository)) {
            var commit = walk.parseCommit(ObjectId.fromString(revision));
            return new Signatures(keys).judge(repository, commit, now);
        }
    }

    private String raw(String revision) throws IOException {
        var reader = host.git().getRepository().open(ObjectId.fromString(revision));
        return new String(reader.getBytes(), ISO_8859_1);
    }

    private String insert(String raw) throws IOException {
        try (var inserter = host.git().getRepository().newObjectInserter()) {
            var id = inserter.insert(Constants.OBJ_COMMIT, raw.getBytes(ISO_8859_1));
            inserter.flush();
            return id.name();
        }
    }

    private static Signatures.Keys ssh(Path allowed) {
        return new Signatures.Keys(allowed, null, null);
    }

    private String sshKey(String name) throws Exception {
        var key = directory.resolve(name).toString();
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key);
        return key;
    }

    private Path allowed(String who, String key) throws IOException {
        var publicKey = Files.readString(Path.of(key + ".pub"));
        return Files.writeString(
                directory.resolve("allowed-" + who),
                "%s namespaces=\"git\" %s".formatted(who, publicKey));
    }

    private Path line(String key, String option) throws IOException {
        var publicKey = Files.readString(Path.of(key + ".pub"));
        return Files.writeString(
                directory.resolve("line-" + option.hashCode()),
                "%s %s %s".formatted(ASHA, option, publicKey));
    }

    private String signedBySsh(String key) throws Exception {
        return signed("gpg.format=ssh", "user.signingKey=" + key + ".pub");
    }

    private String signedByGpg(String mail) throws Exception {
        return signed("gpg.format=openpgp", "user.signingKey=" + mail);
    }

    private String signed(String format, String key) throws Exception {
        var command = new ArrayList<>(List.of("git", "-C", directory.resolve("host").toString()));
        command.addAll(List.of("-c", format, "-c", key));
        command.addAll(List.of("-c", "user.name=Asha", "-c", "user.email=" + ASHA));
        command.addAll(List.of("commit", "-q", "-S", "--allow-empty", "-m", "feat: signed"));
        run(command.toArray(String[]::new));
        return host.git().getRepository().resolve("HEAD").name();
    }

    private Path exported(String name, String who) throws Exception {
        var file = directory.resolve(name + ".asc");
        gpg("--armor", "--output", file.toString(), "--export", who);
        return file;
    }

    private void takeBack() throws Exception {
        try (var files = Files.list(home.resolve("openpgp-revocs.d"))) {
            var text = Files.readString(files.findFirst().orElseThrow());
            var usable = text.replace(":-----BEGIN", "-----BEGIN");
            gpg("--import", Files.writeString(directory.resolve("revoke"), usable).toString());
        }
    }

    private void gpg(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("gpg", "--batch", "--yes", "--quiet"));
        command.addAll(List.of("--pinentry-mode", "loopback", "--passphrase", ""));
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private void run(String... command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GNUPGHOME", home.toString());
        builder.environment().put("HOME", home.toString());
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + output);
        }
    }
}

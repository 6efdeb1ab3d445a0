package io.dabbawala.gitwatcher.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.watch.HostAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Optional;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is promised of a host that is reached by SSH. */
abstract class SshContract {

    @TempDir Path directory;

    private final KeyPair ours = SshHost.keyPair();
    private Host host;
    private SshHost ssh;
    private Mirror mirror;
    private String revision;

    abstract Transfer transfer(Mirror mirror, Access access, TransferLimits limits);

    @BeforeEach
    void open() {
        host = Host.in(directory.resolve("host"));
        revision = host.write("a.yaml", "a: 1").commit("feat: one");
        ssh = new SshHost(directory.resolve("host"), ours.getPublic());
        mirror = Mirror.open(directory.resolve("mirrors"), "shop", ssh.url());
    }

    @AfterEach
    void close() {
        mirror.close();
        ssh.close();
        host.close();
    }

    @Test
    void fetches_from_a_host_whose_key_is_known_with_the_key_it_lets_in() throws Exception {
        var transfer = with(written(ours), known(ssh.knownBy(ssh.hostKey())));

        assertThat(main(transfer.fetch())).contains(revision);
        var second = host.write("a.yaml", "a: 2").commit("feat: two");
        assertThat(main(transfer.advertised())).contains(second);
        assertThat(main(transfer.fetch())).contains(second);
        assertThat(new GitTree(mirror).has(second)).isTrue();
    }

    @Test
    void a_host_that_shows_another_key_gets_nothing() throws Exception {
        var other = ssh.knownBy(SshHost.keyPair().getPublic());

        assertRefused(with(written(ours), known(other)));
    }

    @Test
    void a_host_nobody_knows_gets_nothing_and_is_not_remembered() throws Exception {
        var file = known("");

        assertRefused(with(written(ours), file));
        assertRefused(with(written(ours), null));
        assertThat(file).isEmptyFile();
    }

    @Test
    void a_key_the_host_does_not_let_in_is_an_answer_and_so_is_none() throws Exception {
        var file = known(ssh.knownBy(ssh.hostKey()));

        assertRefused(with(written(SshHost.keyPair()), file));
        assertRefused(with(null, file));
    }

    @Test
    void keys_are_read_from_their_files_for_every_transfer() throws Exception {
        // Given
        var key = written(SshHost.keyPair());
        var hosts = known("");
        var transfer = with(key, hosts);
        assertRefused(transfer);

        // When
        Files.copy(written(ours), key, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(hosts, ssh.knownBy(ssh.hostKey()));

        // Then
        assertThat(main(transfer.fetch())).contains(revision);
    }

    private void assertRefused(Transfer transfer) {
        assertThat(transfer.advertised()).isInstanceOf(HostAnswer.Unreachable.class);
        assertThat(transfer.fetch()).isInstanceOf(HostAnswer.Unreachable.class);
        assertThat(new GitTree(mirror).has(revision)).isFalse();
    }

    private Transfer with(@Nullable Path key, @Nullable Path knownHosts) {
        return transfer(mirror, new Access(null, key, knownHosts), TransferLimits.USUAL);
    }

    private Path known(String hosts) throws IOException {
        return Files.writeString(directory.resolve("known_hosts"), hosts);
    }

    private Path written(KeyPair key) throws IOException, GeneralSecurityException {
        var file = Files.createTempFile(directory, "key", "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        try (var out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "shop", null, out);
        }
        return file;
    }

    private static Optional<String> main(HostAnswer answer) {
        return answer instanceof HostAnswer.Answered(var refs)
                ? refs.resolve("main")
                : Optional.of(answer.toString());
    }
}

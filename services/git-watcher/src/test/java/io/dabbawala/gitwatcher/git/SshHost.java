package io.dabbawala.gitwatcher.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.UploadPack;

/** One repository behind an SSH server that lets one key in. */
final class SshHost implements AutoCloseable {

    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair key = keyPair();
    private final Path repository;

    SshHost(Path repository, PublicKey letsIn) {
        this.repository = repository;
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPublickeyAuthenticator((_, given, _) -> KeyUtils.compareKeys(given, letsIn));
        server.setCommandFactory((_, _) -> new Upload());
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "ssh://git@127.0.0.1:%d/shop".formatted(server.getPort());
    }

    /** A line of known_hosts. */
    String knownBy(PublicKey hostKey) {
        return "[127.0.0.1]:%d %s\n".formatted(server.getPort(), PublicKeyEntry.toString(hostKey));
    }

    PublicKey hostKey() {
        return key.getPublic();
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the host runs, whatever it is asked for. */
    private final class Upload implements Command {

        private InputStream in = InputStream.nullInputStream();
        private OutputStream out = OutputStream.nullOutputStream();
        private OutputStream error = OutputStream.nullOutputStream();
        private ExitCallback exit;

        @Override
        public void setInputStream(InputStream stream) {
            in = stream;
        }

        @Override
        public void setOutputStream(OutputStream stream) {
            out = stream;
        }

        @Override
        public void setErrorStream(OutputStream stream) {
            error = stream;
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) {
            Thread.ofVirtual().start(this::serve);
        }

        private void serve() {
            try (var opened = open()) {
                new UploadPack(opened).upload(in, out, error);
                exit.onExit(0);
            } catch (IOException e) {
                exit.onExit(1, String.valueOf(e.getMessage()));
            }
        }

        private Repository open() throws IOException {
            return new FileRepositoryBuilder()
                    .setGitDir(repository.resolve(".git").toFile())
                    .build();
        }

        @Override
        public void destroy(ChannelSession channel) {
            // ends with its streams
        }
    }
}

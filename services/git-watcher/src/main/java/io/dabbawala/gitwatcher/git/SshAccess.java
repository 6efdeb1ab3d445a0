package io.dabbawala.gitwatcher.git;

import java.io.File;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.transport.sshd.OpenSshServerKeyDatabase;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.jspecify.annotations.Nullable;

/** SSH with one key, to hosts that are known; nothing of the home directory counts. */
final class SshAccess {

    static SshSessionFactory of(Access access) {
        var nowhere = new File(System.getProperty("java.io.tmpdir"), "no-ssh-configuration");
        return new SshdSessionFactoryBuilder()
                .setHomeDirectory(nowhere)
                .setSshDirectory(nowhere)
                .setConfigFile(_ -> null)
                .setPreferredAuthentications("publickey")
                .setDefaultIdentities(_ -> listOf(access.sshKey()))
                .setDefaultKnownHostsFiles(_ -> listOf(access.knownHosts()))
                .setServerKeyDatabase((_, _) -> new Known(listOf(access.knownHosts())))
                .build(null);
    }

    private static List<Path> listOf(@Nullable Path path) {
        return Stream.ofNullable(path).toList();
    }

    /** Whoever is not known is refused; nobody is asked, and nothing is written down. */
    private static final class Known implements ServerKeyDatabase {

        private final ServerKeyDatabase files;

        Known(List<Path> knownHosts) {
            this.files = new OpenSshServerKeyDatabase(false, knownHosts);
        }

        @Override
        public List<PublicKey> lookup(
                String address, InetSocketAddress remote, Configuration configuration) {
            return files.lookup(address, remote, configuration);
        }

        @Override
        public boolean accept(
                String address,
                InetSocketAddress remote,
                PublicKey key,
                Configuration configuration,
                CredentialsProvider provider) {
            return lookup(address, remote, configuration).contains(key);
        }
    }

    private SshAccess() {}
}

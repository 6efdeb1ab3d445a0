package io.dabbawala.gitwatcher;

import io.dabbawala.gitwatcher.GitWatcherConfig.WatchedRepository;
import io.dabbawala.gitwatcher.declare.repository.DeliveryFolder;
import io.dabbawala.gitwatcher.declare.repository.Source;
import io.dabbawala.gitwatcher.forge.Forge;
import io.dabbawala.gitwatcher.git.Access;
import io.dabbawala.gitwatcher.git.GitRepository;
import io.dabbawala.gitwatcher.git.GitTree;
import io.dabbawala.gitwatcher.git.JgitTransfer;
import io.dabbawala.gitwatcher.git.Mirror;
import io.dabbawala.gitwatcher.git.NativeTransfer;
import io.dabbawala.gitwatcher.git.RevertBranch;
import io.dabbawala.gitwatcher.git.Signatures;
import io.dabbawala.gitwatcher.git.Transfer;
import io.dabbawala.gitwatcher.git.TransferLimits;
import io.dabbawala.gitwatcher.kafka.RevertRequests;
import io.dabbawala.gitwatcher.watch.RepositoryUrl;
import java.util.HashMap;
import java.util.Map;

/** Makes a watched repository of what is configured of it. */
final class RepositoryWiring {

    static Source source(String name, WatchedRepository repository, GitWatcherConfig config) {
        var url = repository.url();
        if (!url.matches("(https|ssh)://.+|http://.+|file:.+")) {
            throw new IllegalArgumentException(
                    "git-watcher.repositories.%s.url: %s is no https, ssh, http or file address"
                            .formatted(name, url));
        }
        if (url.matches("[a-z]+://[^/]*:[^/]*@.*")) {
            throw new IllegalArgumentException(
                    "git-watcher.repositories.%s.url: a password belongs into credentials-file"
                            .formatted(name));
        }
        if (url.startsWith("file:") && !config.allowFileUrls()) {
            throw new IllegalArgumentException(
                    "git-watcher.repositories.%s.url: file addresses need git-watcher.allow-file-urls"
                            .formatted(name));
        }
        var mirror = Mirror.open(config.dataDirectory(), name, url, limits(config));
        return new Source(
                name,
                new RepositoryUrl(url),
                new GitRepository(
                        mirror,
                        transfer(mirror, repository, config),
                        new Signatures(keys(config.signatures()))),
                new GitTree(mirror),
                repository
                        .deliveryPath()
                        .map(path -> new DeliveryFolder(path, repository.deliveryBranch()))
                        .orElse(DeliveryFolder.NONE));
    }

    private static Signatures.Keys keys(GitWatcherConfig.SigningKeys keys) {
        return new Signatures.Keys(
                keys.allowedSignersFile().orElse(null),
                keys.revokedKeysFile().orElse(null),
                keys.gpgKeysFile().orElse(null));
    }

    static Forge forge(GitWatcherConfig.AskedForge forge) {
        return new Forge(forge.kind(), forge.api(), forge.tokenFile().orElse(null));
    }

    /** Of the repositories that want a pull request after a rollback, by name. */
    static Map<String, RevertRequests.Way> waysToRevert(GitWatcherConfig config) {
        var ways = new HashMap<String, RevertRequests.Way>();
        config.repositories()
                .forEach(
                        (name, repository) ->
                                repository
                                        .revertRequestsTo()
                                        .ifPresent(to -> ways.put(name, way(name, to, config))));
        return ways;
    }

    private static RevertRequests.Way way(String name, String to, GitWatcherConfig config) {
        var repository = config.repositories().get(name);
        var forge = config.forges().get(to);
        if (forge == null) {
            throw new IllegalArgumentException(
                    "git-watcher.repositories.%s.revert-requests-to: %s is none of git-watcher.forges"
                            .formatted(name, to));
        }
        var limits = limits(config);
        var mirror = Mirror.open(config.dataDirectory(), name, repository.url(), limits);
        return new RevertRequests.Way(
                new RevertBranch(mirror, access(repository), limits),
                forge(forge),
                repository
                        .url()
                        .replaceFirst("^[a-z]+://[^/]+/+", "")
                        .replaceFirst("(\\.git)?/?$", ""));
    }

    private static Access access(WatchedRepository repository) {
        return new Access(
                repository.credentialsFile().orElse(null),
                repository.sshKeyFile().orElse(null),
                repository.sshKnownHostsFile().orElse(null));
    }

    private static TransferLimits limits(GitWatcherConfig config) {
        return new TransferLimits(
                TransferLimits.USUAL.silence(),
                config.longestFetch(),
                config.largestPack().asLongValue(),
                config.largestObject().asLongValue());
    }

    private static Transfer transfer(
            Mirror mirror, WatchedRepository repository, GitWatcherConfig config) {
        var access = access(repository);
        var limits = limits(config);
        return switch (repository.transfer()) {
            case JGIT -> new JgitTransfer(mirror, access, limits);
            case GIT -> new NativeTransfer(mirror, access, limits);
        };
    }

    private RepositoryWiring() {}
}

package io.dabbawala.gitwatcher.git;

import io.dabbawala.gitwatcher.watch.HostAnswer;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.TransportCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/** By JGit, in this process. */
public final class JgitTransfer implements Transfer {

    private static final List<RefSpec> EVERYTHING =
            List.of(
                    new RefSpec("+refs/heads/*:refs/heads/*"),
                    new RefSpec("+refs/tags/*:refs/tags/*"));

    private static final Set<RemoteRefUpdate.Status> TAKEN =
            Set.of(RemoteRefUpdate.Status.OK, RemoteRefUpdate.Status.UP_TO_DATE);

    private final Mirror mirror;
    private final Access access;
    private final TransferLimits limits;

    public JgitTransfer(Mirror mirror, Access access, TransferLimits limits) {
        this.mirror = mirror;
        this.access = access;
        this.limits = limits;
    }

    @Override
    public HostAnswer advertised() {
        try {
            var refs = in(Git.lsRemoteRepository().setRemote(mirror.url())).call();
            return new HostAnswer.Answered(AdvertisedRefs.of(refs));
        } catch (GitAPIException | JGitInternalException | UncheckedIOException e) {
            return unreachable(e);
        }
    }

    /** What arrives is checked by the mirror: {@code setCheckFetchedObjects} reads all there is. */
    @Override
    public HostAnswer fetch() {
        try (var git = Git.wrap(mirror.repository())) {
            var fetch =
                    in(git.fetch())
                            .setRemote(mirror.url())
                            .setRefSpecs(EVERYTHING)
                            .setRemoveDeletedRefs(true)
                            .setTagOpt(TagOpt.NO_TAGS)
                            .setCheckFetchedObjects(false)
                            .setProgressMonitor(new Deadline(limits.whole()));
            var refs = fetch.call().getAdvertisedRefs();
            WireVersion.learn(mirror.repository(), refs.size());
            return new HostAnswer.Answered(AdvertisedRefs.of(refs));
        } catch (GitAPIException | JGitInternalException | UncheckedIOException e) {
            return unreachable(e);
        }
    }

    /** Why the host did not take the commit for a new branch; empty if it did, or has it. */
    Optional<String> push(ObjectId commit, String branch) {
        try (var git = Git.wrap(mirror.repository())) {
            var spec = new RefSpec(commit.name() + ":refs/heads/" + branch);
            var results = in(git.push()).setRemote(mirror.url()).setRefSpecs(spec).call();
            for (var result : results) {
                for (var update : result.getRemoteUpdates()) {
                    if (!TAKEN.contains(update.getStatus())) {
                        return Optional.of(update.getStatus() + " " + update.getMessage());
                    }
                }
            }
            return Optional.empty();
        } catch (GitAPIException | JGitInternalException | UncheckedIOException e) {
            return Optional.of(unreachable(e).reason());
        }
    }

    private <C extends TransportCommand<C, ?>> C in(C command) {
        access.login()
                .map(
                        login ->
                                new UsernamePasswordCredentialsProvider(
                                        login.user(), login.password()))
                .ifPresent(command::setCredentialsProvider);
        return command.setTimeout(Math.toIntExact(limits.silence().toSeconds()))
                .setTransportConfigCallback(this::configure);
    }

    private void configure(Transport transport) {
        if (transport instanceof TransportHttp http) {
            http.setHttpConnectionFactory(new OneHost(mirror.url(), limits.whole()));
        }
        if (transport instanceof SshTransport ssh) {
            ssh.setSshSessionFactory(SshAccess.of(access));
        }
    }

    /** The innermost reason says what went wrong; the outer ones repeat the address. */
    private static HostAnswer.Unreachable unreachable(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof TransportException)) {
            cause = cause.getCause();
        }
        var inner = cause.getCause() == null ? cause : cause.getCause();
        if (inner instanceof TooLargeObjectInPackException) {
            return new HostAnswer.Unreachable(
                    inner.getMessage() + " (raise git-watcher.largest-object)");
        }
        return new HostAnswer.Unreachable(
                inner.getMessage() == null
                        ? String.valueOf(cause.getMessage())
                        : inner.getMessage());
    }
}

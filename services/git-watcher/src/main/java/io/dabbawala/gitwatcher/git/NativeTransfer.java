package io.dabbawala.gitwatcher.git;

import io.dabbawala.gitwatcher.watch.HostAnswer;
import io.dabbawala.gitwatcher.watch.Refs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Ref;

/** By the {@code git} program. Refs and objects are read from the mirror afterwards, by JGit. */
public final class NativeTransfer implements Transfer {

    private static final String HOST_HEAD = "refs/host/HEAD";
    private static final String PEELED = "^{}";

    private final Mirror mirror;
    private final NativeGit git;
    private final NewPacks packs;
    private final Lock packing = new ReentrantLock();

    public NativeTransfer(Mirror mirror, Access access, TransferLimits limits) {
        this.mirror = mirror;
        this.git = new NativeGit(mirror, access, limits);
        this.packs = new NewPacks(mirror, limits.objectBytes());
    }

    @Override
    public HostAnswer advertised() {
        return switch (git.run("ls-remote", "--quiet", "--end-of-options", address())) {
            case NativeGit.Outcome.Done(var lines) -> new HostAnswer.Answered(listed(lines));
            case NativeGit.Outcome.Failed(var reason) -> new HostAnswer.Unreachable(reason);
        };
    }

    /** HEAD is fetched as a ref of its own, so that one answer of the host tells all refs. */
    @Override
    public HostAnswer fetch() {
        packing.lock();
        try {
            packs.expect();
            var fetched = fetched();
            var refused = packs.refuse();
            if (refused.isPresent()) {
                return new HostAnswer.Unreachable(refused.get());
            }
            return switch (fetched) {
                case NativeGit.Outcome.Done _ -> new HostAnswer.Answered(mirrored());
                case NativeGit.Outcome.Failed(var reason) -> new HostAnswer.Unreachable(reason);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("look at the packs of " + mirror.name(), e);
        } finally {
            packing.unlock();
        }
    }

    /** Only between fetches: a pack that appears during one is taken for what it brought. */
    @Override
    public void packing(Runnable anew) {
        if (packing.tryLock()) {
            try {
                if (!packs.areExpected()) {
                    anew.run();
                }
            } finally {
                packing.unlock();
            }
        }
    }

    private NativeGit.Outcome fetched() {
        return git.run(
                "fetch",
                "--quiet",
                "--prune",
                "--force",
                "--no-tags",
                "--no-write-fetch-head",
                "--no-recurse-submodules",
                "--end-of-options",
                address(),
                "+refs/heads/*:refs/heads/*",
                "+refs/tags/*:refs/tags/*",
                "+HEAD:" + HOST_HEAD);
    }

    /** For git {@code file:/x} is a host called file. */
    private String address() {
        return mirror.url().replaceFirst("^file:/+", "file:///");
    }

    /** Lines of an id, a tab and a name; the commit of an annotated tag comes after the tag. */
    private static Refs listed(List<String> lines) {
        var byName = new TreeMap<String, String>();
        for (var line : lines) {
            var tab = line.indexOf('\t');
            var name = line.substring(tab + 1);
            var plain =
                    name.endsWith(PEELED)
                            ? name.substring(0, name.length() - PEELED.length())
                            : name;
            if (tab > 0 && AdvertisedRefs.isWatched(plain)) {
                byName.put(plain, line.substring(0, tab));
            }
        }
        return new Refs(byName);
    }

    private Refs mirrored() {
        try {
            var database = mirror.repository().getRefDatabase();
            database.refresh();
            var refs =
                    Stream.of("refs/heads/", "refs/tags/")
                            .flatMap(prefix -> byPrefix(prefix).stream())
                            .toList();
            var byName = new TreeMap<>(AdvertisedRefs.of(refs).byName());
            var head = database.exactRef(HOST_HEAD);
            if (head != null) {
                byName.put(Refs.HEAD, head.getObjectId().name());
            }
            return new Refs(byName);
        } catch (IOException e) {
            throw new UncheckedIOException("read the refs of " + mirror.name(), e);
        }
    }

    private List<Ref> byPrefix(String prefix) {
        var database = mirror.repository().getRefDatabase();
        try {
            return database.getRefsByPrefix(prefix).stream().map(this::peeled).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("read %s of %s".formatted(prefix, mirror.name()), e);
        }
    }

    private Ref peeled(Ref ref) {
        try {
            return mirror.repository().getRefDatabase().peel(ref);
        } catch (IOException e) {
            throw new UncheckedIOException("peel %s".formatted(ref.getName()), e);
        }
    }
}

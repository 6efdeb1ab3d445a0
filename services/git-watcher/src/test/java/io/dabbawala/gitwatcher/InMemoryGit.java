package io.dabbawala.gitwatcher;

import io.dabbawala.gitwatcher.render.Changes;
import io.dabbawala.gitwatcher.render.SourceTree;
import io.dabbawala.gitwatcher.render.TreeEntry;
import io.dabbawala.gitwatcher.watch.Commit;
import io.dabbawala.gitwatcher.watch.CommitSeen;
import io.dabbawala.gitwatcher.watch.HostAnswer;
import io.dabbawala.gitwatcher.watch.Range;
import io.dabbawala.gitwatcher.watch.RefMove;
import io.dabbawala.gitwatcher.watch.Refs;
import io.dabbawala.gitwatcher.watch.Repository;
import io.dabbawala.gitwatcher.watch.Signature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A host and its mirror in one, in memory: commits hold files, refs point to commits. */
public final class InMemoryGit implements Repository, SourceTree {

    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final String name;
    private final Map<String, TreeMap<String, String>> commits = new HashMap<>();
    private final Map<String, String> blobs = new HashMap<>();
    private final Map<String, TreeEntry.Kind> oddities = new HashMap<>();
    private final Map<String, String> refs = new HashMap<>();
    private TreeMap<String, String> workTree = new TreeMap<>();
    private Refs recorded = Refs.NONE;

    public InMemoryGit(String name) {
        this.name = name;
    }

    public InMemoryGit write(String path, String content) {
        workTree.put(path, content);
        return this;
    }

    public InMemoryGit remove(String path) {
        workTree.remove(path);
        return this;
    }

    /** A name in the tree that is no file. */
    public InMemoryGit odd(String path, TreeEntry.Kind kind) {
        oddities.put(path, kind);
        return write(path, "");
    }

    /** Commits what was written and moves main and HEAD there. */
    public String push() {
        var revision = "%040x".formatted(commits.size() + 1);
        commits.put(revision, new TreeMap<>(workTree));
        refs.put("refs/heads/main", revision);
        refs.put(Refs.HEAD, revision);
        return revision;
    }

    public Refs refs() {
        return new Refs(refs);
    }

    @Override
    public HostAnswer advertised() {
        return new HostAnswer.Answered(refs());
    }

    @Override
    public HostAnswer fetch() {
        return advertised();
    }

    @Override
    public Refs recorded() {
        return recorded;
    }

    @Override
    public void record(Refs now) {
        recorded = now;
    }

    @Override
    public void maintain(Instant now) {}

    @Override
    public Optional<CommitSeen> describe(RefMove move) {
        var revision = move.deletes() ? move.from() : move.to();
        return Optional.of(
                new CommitSeen(
                        name,
                        move,
                        new Commit(
                                revision,
                                "Asha",
                                "asha@shop.example",
                                NOON,
                                "feat: x",
                                Signature.NOT_CHECKED),
                        Range.NOTHING));
    }

    @Override
    public boolean has(String revision) {
        return commits.containsKey(revision);
    }

    @Override
    public Optional<String> treeId(String revision, String path) {
        var below = below(revision, path);
        return below.isEmpty() && !path.isEmpty()
                ? Optional.empty()
                : Optional.of(below.toString());
    }

    @Override
    public Changes changes(String revision, String other) {
        var here = commits.get(revision);
        var there = commits.get(other);
        if (here == null || there == null) {
            return Changes.EVERYWHERE;
        }
        var touched = new HashSet<String>();
        Stream.of(here, there)
                .flatMap(commit -> commit.keySet().stream())
                .filter(path -> !Objects.equals(here.get(path), there.get(path)))
                .forEach(path -> addWithFolders(path, touched));
        return Changes.at(touched);
    }

    private static void addWithFolders(String path, Set<String> paths) {
        paths.add(path);
        if (!path.isEmpty()) {
            addWithFolders(path.substring(0, Math.max(0, path.lastIndexOf('/'))), paths);
        }
    }

    @Override
    public Optional<TreeEntry> entry(String revision, String path) {
        return Optional.ofNullable(commits.getOrDefault(revision, new TreeMap<>()).get(path))
                .map(content -> blob(path, content));
    }

    @Override
    public List<TreeEntry> list(String revision, String path, int limit) {
        return below(revision, path).entrySet().stream()
                .limit(limit)
                .map(entry -> blob(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public byte[] read(TreeEntry entry, int limit) {
        var bytes = blobs.get(entry.id()).getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, Math.min(bytes.length, limit));
    }

    private TreeEntry blob(String path, String content) {
        var id = Integer.toHexString((path + content).hashCode());
        blobs.put(id, content);
        return new TreeEntry(path, oddities.getOrDefault(path, TreeEntry.Kind.FILE), id);
    }

    private Map<String, String> below(String revision, String path) {
        var below = new TreeMap<String, String>();
        commits.getOrDefault(revision, new TreeMap<>())
                .forEach(
                        (file, content) -> {
                            if (path.isEmpty() || file.startsWith(path + "/")) {
                                below.put(file, content);
                            }
                        });
        return below;
    }
}

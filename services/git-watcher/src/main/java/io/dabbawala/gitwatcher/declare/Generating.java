package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.declare.application.Declaration;
import io.dabbawala.gitwatcher.declare.ledger.Draft;
import io.dabbawala.gitwatcher.declare.ledger.Ledger;
import io.dabbawala.gitwatcher.generate.ApplicationSet;
import io.dabbawala.gitwatcher.generate.WatchedFolder;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.watch.Refs;
import io.dabbawala.gitwatcher.watch.RepositoryUrl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings the applications of every ApplicationSet that a push concerns up to date: one that was
 * declared with it, one that looks at a folder that moved, one that looks at clusters when the
 * delivery folder moved. What a push does not concern is not generated again.
 *
 * <p>A set that cannot be generated keeps its applications, and nobody else hears of it.
 */
final class Generating {

    private final Push.Scene scene;
    private final ApplicationSets sets;
    private final Set<String> revisions;
    private final Set<String> before;
    private final Set<String> done = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    Generating(Push.Scene scene, Ledger ledger, ApplicationSets sets) {
        this.scene = scene;
        this.sets = sets;
        this.before =
                ledger.applicationSets().stream().map(Generating::text).collect(Collectors.toSet());
        this.revisions =
                scene.commits().stream()
                        .map(commit -> commit.move().to())
                        .collect(Collectors.toSet());
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * Says what sets generate now; returns the applications that read differently since this push,
     * also when that was said before somebody was interrupted.
     */
    Set<String> run(Draft draft, boolean folderMoved) {
        var owners = new HashSet<String>();
        for (var set : draft.ledger().applicationSets()) {
            if (isConcerned(set, folderMoved) && done.add(text(set))) {
                owners.add(set.key());
                revise(set, revision(set), draft);
            }
        }
        sets.dropOrphans(draft, revision()).forEach(problems::add);
        return owners.stream()
                .flatMap(owner -> draft.ledger().generatedBy(owner).stream())
                .filter(one -> revisions.contains(one.revision()))
                .map(Generating::application)
                .collect(Collectors.toSet());
    }

    /** Says what one set generates now; returns its applications. */
    Set<String> again(Declaration set, Draft draft) {
        revise(set, set.revision(), draft);
        return draft.ledger().generatedBy(set.key()).stream()
                .map(Generating::application)
                .collect(Collectors.toSet());
    }

    private void revise(Declaration set, String revision, Draft draft) {
        sets.revise(set, revision, outlook(draft), draft)
                .ifPresent(reason -> problems.add(Problem.of(set.path(), reason)));
    }

    private static String application(Declaration generated) {
        return generated.namespace() + "/" + generated.name();
    }

    private static String text(Declaration set) {
        return set.key() + set.withoutStatus();
    }

    private LedgerOutlook outlook(Draft draft) {
        return new LedgerOutlook(scene, draft.ledger(), sets.forges());
    }

    private boolean isConcerned(Declaration set, boolean folderMoved) {
        var declared = ApplicationSets.declared(set);
        var folders = WatchedFolder.of(declared);
        if (folders.stream().anyMatch(this::awaitsFirstLook)) {
            return false;
        }
        if (!before.contains(text(set))) {
            return true;
        }
        var isOfThis = set.repository().equals(scene.source().name());
        return isOfThis && (scene.isFirst() || revisions.contains(set.revision()))
                || folderMoved && WatchedFolder.looksAtClusters(declared)
                || folders.stream().anyMatch(this::hasMoved);
    }

    /** The first look at that repository will generate the set. */
    private boolean awaitsFirstLook(WatchedFolder folder) {
        return scene.sources()
                .at(new RepositoryUrl(folder.repository()))
                .map(scene::refsOf)
                .filter(Refs::isEmpty)
                .isPresent();
    }

    private boolean hasMoved(WatchedFolder folder) {
        if (!folder.isOfAnyRepository()
                && !new RepositoryUrl(folder.repository()).equals(scene.source().url())) {
            return false;
        }
        var before = commit(folder, true);
        var after = commit(folder, false);
        if (scene.isFirst() || before.isEmpty() || after.isEmpty()) {
            return !before.equals(after);
        }
        return !before.equals(after)
                && scene.changes(before.get(), after.get()).touch(folder.folder());
    }

    private Optional<String> commit(WatchedFolder folder, boolean isBefore) {
        var refs = isBefore ? scene.recorded() : scene.refs();
        return refs.resolve(folder.isAtAnyRevision() ? "" : folder.revision());
    }

    private String revision(Declaration set) {
        return revisions.contains(set.revision()) ? set.revision() : revision();
    }

    private String revision() {
        return scene.commits().getFirst().move().to();
    }

    /** Whether the set stays although it left Git, because too much would go with it. */
    boolean stays(Declaration said, Draft draft, String revision) {
        return ApplicationSet.isOne(ApplicationSets.document(said))
                && sets.stays(said, draft, revision, problems);
    }
}

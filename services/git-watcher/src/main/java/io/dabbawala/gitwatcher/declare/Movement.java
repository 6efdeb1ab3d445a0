package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.declare.application.Application;
import io.dabbawala.gitwatcher.declare.application.DesiredState;
import io.dabbawala.gitwatcher.declare.repository.Origin;
import io.dabbawala.gitwatcher.render.Changes;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import io.dabbawala.gitwatcher.source.KnownFolders;
import io.dabbawala.gitwatcher.source.Snapshot;
import io.dabbawala.gitwatcher.watch.Refs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a push concerns an application: whether anything its manifests are made of moved. Every
 * application is asked at every push, so what is the same for all of them is found out once.
 */
final class Movement {

    private final Push.Scene scene;
    private final Map<String, Move> moves = new HashMap<>();

    Movement(Push.Scene scene) {
        this.scene = scene;
    }

    /** Of one target revision. */
    private sealed interface Move {

        /** It is at the commit it was at, or is still not there. */
        record None() implements Move {}

        /** It was not there, or is no more. */
        record Unlike() implements Move {}

        /**
         * @param folders untouched ones of applications that are made of nothing else
         */
        record Between(String before, Changes changes, Set<KnownFolders.Folder> folders)
                implements Move {}
    }

    boolean hasMoved(Application application, DesiredState state) {
        var url = scene.source().url();
        if (scene.isFirst()) {
            return application.comesFrom(url);
        }
        if (application.origins().size() > 1) {
            var here = application.origins().stream().filter(origin -> origin.url().equals(url));
            return haveMoved(here.map(this::move).toList(), application, state);
        }
        var origin = application.origins().getFirst();
        return origin.url().equals(url)
                && switch (move(origin)) {
                    case Move.None _ -> state.problem() != null;
                    case Move.Unlike _ -> true;
                    case Move.Between between ->
                            isOfOneFolder(origin, between)
                                    ? between.changes().touch(origin.path())
                                    : haveInputsChanged(application, state);
                };
    }

    private boolean haveMoved(List<Move> all, Application application, DesiredState state) {
        if (all.stream().allMatch(Move.None.class::isInstance)) {
            return !all.isEmpty() && state.problem() != null;
        }
        return all.stream().anyMatch(Move.Unlike.class::isInstance)
                || haveInputsChanged(application, state);
    }

    private Move move(Origin origin) {
        return moves.computeIfAbsent(origin.targetRevision(), this::found);
    }

    private Move found(String targetRevision) {
        var before = scene.recorded().resolve(targetRevision);
        var after = scene.refs().resolve(targetRevision);
        if (before.equals(after)) {
            return new Move.None();
        }
        if (before.isEmpty() || after.isEmpty()) {
            return new Move.Unlike();
        }
        var changes = scene.changes(before.get(), after.get());
        var folders =
                scene.sources()
                        .renderer()
                        .knownFolders()
                        .untouched(
                                scene.source().name(),
                                targetRevision,
                                before.get(),
                                after.get(),
                                changes);
        return new Move.Between(before.get(), changes, folders);
    }

    /** Of a thousand applications, most. */
    private boolean isOfOneFolder(Origin origin, Move.Between move) {
        var folder = new KnownFolders.Folder(origin.path(), origin.tool());
        if (move.folders().contains(folder)) {
            return true;
        }
        var snapshot = new Snapshot(scene.source().tree(), move.before());
        var renderer = scene.sources().renderer();
        var isOne = renderer.isOfOneFolder(snapshot, origin.path(), origin.tool());
        if (isOne && !move.changes().touch(origin.path())) {
            move.folders().add(folder);
        }
        return isOne;
    }

    private boolean haveInputsChanged(Application application, DesiredState state) {
        var before = inputs(application, state, scene.recorded());
        return before.isEmpty() || !before.equals(inputs(application, state, scene.refs()));
    }

    /** What it is made of with the refs of this repository there; empty if that cannot be told. */
    private Optional<List<Map<String, String>>> inputs(
            Application application, DesiredState state, Refs refs) {
        var origin = application.origin();
        var source = scene.sources().at(origin.url());
        var revision =
                origin.url().equals(scene.source().url())
                        ? refs.resolve(origin.targetRevision())
                        : Optional.of(Step.firstOf(state.revision()));
        if (source.isEmpty() || revision.isEmpty()) {
            return Optional.empty();
        }
        var around =
                new Step.Surrounding(
                        scene.sources(),
                        one -> one.name().equals(scene.source().name()) ? refs : scene.refsOf(one));
        try {
            return Optional.of(
                    new Step(application, source.get(), revision.get(), around).inputs());
        } catch (UnreadableSource _) {
            return Optional.empty();
        }
    }
}

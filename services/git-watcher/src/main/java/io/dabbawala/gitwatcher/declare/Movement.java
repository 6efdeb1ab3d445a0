package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.render.UnreadableSource;
import io.dabbawala.gitwatcher.source.Snapshot;
import io.dabbawala.gitwatcher.watch.Refs;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a push concerns an application: whether anything its manifests are made of moved. */
record Movement(Push.Scene scene) {

    boolean hasMoved(Application application, DesiredState state) {
        var origins =
                application.origins().stream()
                        .filter(origin -> origin.url().equals(scene.source().url()))
                        .toList();
        if (origins.isEmpty() || scene.isFirst()) {
            return !origins.isEmpty();
        }
        var isThere = origins.stream().allMatch(this::isThere);
        var isSame = origins.stream().allMatch(this::isSame);
        return isSame || !isThere
                ? !isSame || state.problem() != null
                : isTouched(application)
                        .orElseGet(
                                () ->
                                        haveChanged(
                                                inputs(application, state, scene.recorded()),
                                                inputs(application, state, scene.refs())));
    }

    /** Of an application that is made of one folder: of a thousand, most. */
    private Optional<Boolean> isTouched(Application application) {
        if (application.origins().size() > 1) {
            return Optional.empty();
        }
        var origin = application.origin();
        var before = scene.recorded().resolve(origin.targetRevision()).orElseThrow();
        var after = scene.refs().resolve(origin.targetRevision()).orElseThrow();
        var snapshot = new Snapshot(scene.source().tree(), before);
        return scene.sources().renderer().isOfOneFolder(snapshot, origin.path(), origin.tool())
                ? Optional.of(scene.changes(before, after).touch(origin.path()))
                : Optional.empty();
    }

    private static <T> boolean haveChanged(Optional<T> before, Optional<T> after) {
        return before.isEmpty() || !before.equals(after);
    }

    private boolean isThere(Origin origin) {
        return scene.recorded().resolve(origin.targetRevision()).isPresent()
                && scene.refs().resolve(origin.targetRevision()).isPresent();
    }

    private boolean isSame(Origin origin) {
        return scene.recorded()
                .resolve(origin.targetRevision())
                .equals(scene.refs().resolve(origin.targetRevision()));
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

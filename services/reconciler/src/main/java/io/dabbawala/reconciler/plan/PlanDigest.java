package io.dabbawala.reconciler.plan;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.object.FieldChange;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;
import java.util.ArrayList;
import java.util.List;

/** Names a plan by what it does and by what it found. */
final class PlanDigest {

    static String of(DesiredState state, List<SyncWave> waves, String trigger) {
        var lines = new ArrayList<String>();
        lines.add(state.application());
        lines.add(Long.toString(state.generation()));
        lines.add(state.digest());
        if (!trigger.isEmpty()) {
            lines.add("for " + trigger);
        }
        for (var wave : waves) {
            lines.add("wave " + wave);
            wave.steps().forEach(step -> lines.add(line(step)));
        }
        return Json.digest(String.join("\n", lines));
    }

    private static String line(SyncStep step) {
        return switch (step) {
            case SyncStep.Create(var manifest) -> "create " + manifest.ref();
            case SyncStep.Correct(var manifest, var live, var fields, var writer) ->
                    "correct %s %s %s %s"
                            .formatted(manifest.ref(), found(live), texts(fields), writer);
            case SyncStep.Hook(var phase, var manifest) ->
                    "hook %s %s".formatted(phase, manifest.ref());
            case SyncStep.Prune(var live) -> "prune %s %s".formatted(live.ref(), live.uid());
            case SyncStep.Keep(var live, _) -> "keep " + live.ref();
        };
    }

    /** A status that moves is no other plan; where objects count their generations, they tell. */
    private static String found(LiveObject live) {
        var generation = Tree.number(live.content(), "metadata", "generation");
        return live.uid()
                + " "
                + (generation.isPresent() ? generation.getAsLong() : live.resourceVersion());
    }

    private static List<String> texts(List<FieldChange> fields) {
        return fields.stream()
                .map(one -> "%s %s %s".formatted(one.pointer(), one.live(), one.desired()))
                .toList();
    }

    private PlanDigest() {}
}

package io.dabbawala.reconciler.preview;

import io.dabbawala.reconciler.hook.HookName;
import io.dabbawala.reconciler.hook.HookRole;
import io.dabbawala.reconciler.hook.Phase;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.operation.FluxMarks;
import io.dabbawala.reconciler.operation.KeptObjects;
import io.dabbawala.reconciler.operation.Operation;
import io.dabbawala.reconciler.order.DeletionOrder;
import io.dabbawala.reconciler.order.FluxOrder;
import io.dabbawala.reconciler.order.Placed;
import io.dabbawala.reconciler.order.Placed.Item;
import io.dabbawala.reconciler.order.SyncOrder;
import io.dabbawala.reconciler.preview.PreviewLine.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells what the deletion of an application would do: its hooks before, its objects with the
 * highest wave first, its hooks after.
 */
public final class DeletionPreview {

    private final PreviewedApplication application;
    private final Operation operation;
    private final Instant at;
    private final KeptObjects kept;

    /**
     * @param at when it is deleted
     */
    public DeletionPreview(PreviewedApplication application, Operation operation, Instant at) {
        this.application = application;
        this.operation = operation;
        this.at = at;
        this.kept = new KeptObjects(application.key(), application.policy(operation));
    }

    /** One line for each hook and each live object of the application, in order. */
    public List<PreviewLine> of(List<Map<String, Object>> desired, List<Map<String, Object>> live) {
        var sides = Sides.of(application, desired, live);
        var objects =
                sides.live().values().stream()
                        .filter(application::owns)
                        .filter(one -> !isOfDeletion(one))
                        .map(one -> Placed.of(Phase.SYNC, new Item.Left(one)))
                        .toList();
        var all =
                Stream.of(
                                hooks(sides, Phase.PRE_DELETE),
                                application.isKustomization()
                                        ? FluxOrder.ofDeletion(objects)
                                        : DeletionOrder.of(objects),
                                hooks(sides, Phase.POST_DELETE))
                        .flatMap(List::stream)
                        .toList();
        var lines = new ArrayList<PreviewLine>();
        all.forEach(placed -> lines.add(line(placed, lines.size() + 1)));
        return lines;
    }

    private boolean isOfDeletion(LiveObject live) {
        return application.hooks().of(live.content()) instanceof HookRole.Hook(var phases)
                && phases.stream().anyMatch(Phase::isOfDeletion);
    }

    private List<Placed> hooks(Sides sides, Phase phase) {
        var name = new HookName(operation.revision(), at);
        var hooks =
                sides.declared().stream()
                        .filter(one -> application.whyNotWatched(one.ref()).isEmpty())
                        .filter(
                                one ->
                                        application.hooks().of(one.content())
                                                        instanceof HookRole.Hook hook
                                                && hook.phases().contains(phase))
                        .map(one -> one.named(name.of(one.content(), phase)))
                        .map(one -> Placed.of(phase, new Item.Hook(one)))
                        .toList();
        return new SyncOrder(application.namespace(), _ -> false).of(hooks);
    }

    private PreviewLine line(Placed placed, int position) {
        return switch (placed.item()) {
            case Item.Left(var live) -> object(placed, live, position);
            case Item.Hook _, Item.Declared _, Item.LeftAlone _ ->
                    line(placed, position, Step.HOOK, "");
        };
    }

    private PreviewLine object(Placed placed, LiveObject live, int position) {
        if (!application.deletesItsObjects()) {
            return line(
                    placed,
                    position,
                    Step.SKIP,
                    application.isKustomization()
                            ? "stays (the Kustomization does not prune)"
                            : "stays (the application has no resources-finalizer)");
        }
        var why = whyKept(live);
        if (why.isPresent()) {
            return line(placed, position, Step.SKIP, why.get());
        }
        var isWaiting =
                !application.isKustomization()
                        && kept.needsApproval(live)
                        && !application.approval().countsFor(at);
        return line(placed, position, Step.PRUNE, isWaiting ? "waits for a confirmation" : "");
    }

    private Optional<String> whyKept(LiveObject live) {
        return application.isKustomization() ? FluxMarks.whyKept(live.content()) : kept.why(live);
    }

    private static PreviewLine line(Placed placed, int position, Step step, String reason) {
        return new PreviewLine(placed.phase(), placed.wave(), position, step, placed.ref(), reason);
    }
}

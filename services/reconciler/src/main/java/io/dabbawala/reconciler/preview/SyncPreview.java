package io.dabbawala.reconciler.preview;

import io.dabbawala.reconciler.application.SyncPolicy;
import io.dabbawala.reconciler.diff.Comparison;
import io.dabbawala.reconciler.hook.HookName;
import io.dabbawala.reconciler.hook.HookRole;
import io.dabbawala.reconciler.hook.Phase;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.operation.FluxMarks;
import io.dabbawala.reconciler.operation.ObjectOptions;
import io.dabbawala.reconciler.operation.Operation;
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
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tells what a sync would do, without doing it. */
public final class SyncPreview {

    private final PreviewedApplication application;
    private final Operation operation;
    private final Instant at;
    private final SyncPolicy policy;
    private final Comparison comparison;

    /**
     * @param at when the operation begins
     * @param note is told of expressions that remove nothing because they fail
     * @throws IllegalArgumentException if an expression cannot be read
     */
    public SyncPreview(
            PreviewedApplication application,
            Operation operation,
            Instant at,
            Consumer<String> note) {
        this.application = application;
        this.operation = operation;
        this.at = at;
        this.policy = application.policy(operation);
        this.comparison =
                new Comparison(
                        application.ignored(note),
                        application.settings().notCompared(),
                        application.settings().knownFields());
    }

    /**
     * One line for each object and phase, in order.
     *
     * @throws IllegalArgumentException if the whole sync would be refused
     */
    public List<PreviewLine> of(List<Map<String, Object>> desired, List<Map<String, Object>> live) {
        var sides = Sides.of(application, desired, live);
        refuseShared(sides);
        var lines = new ArrayList<PreviewLine>();
        for (var placed : inOrder(items(sides))) {
            lines.add(line(placed, sides, lines.size() + 1));
        }
        return lines;
    }

    private List<Placed> inOrder(List<Placed> items) {
        return application.isKustomization()
                ? FluxOrder.of(items)
                : new SyncOrder(
                                application.namespace(),
                                left ->
                                        ObjectOptions.of(left.content(), policy)
                                                .isOnAnywhere("PruneLast"))
                        .of(items);
    }

    private void refuseShared(Sides sides) {
        if (!policy.has("FailOnSharedResource=true")) {
            return;
        }
        for (var manifest : sides.declared()) {
            var live = sides.liveOf(manifest.ref());
            var other = live == null ? Optional.<String>empty() : application.otherOwner(live);
            if (other.isPresent()) {
                throw new IllegalArgumentException(
                        "Shared resource found: %s is part of applications %s and %s"
                                .formatted(manifest.ref(), application.key(), other.get()));
            }
        }
    }

    private List<Placed> items(Sides sides) {
        var declared = sides.declared().stream().flatMap(this::places);
        var left =
                sides.left()
                        .filter(application::owns)
                        .filter(one -> operation.selects(one.ref()))
                        .filter(one -> application.hooks().isPlain(one.content()))
                        .map(one -> Placed.of(Phase.SYNC, new Item.Left(one)));
        return Stream.of(declared, left, namespace(sides)).flatMap(part -> part).toList();
    }

    private Stream<Placed> places(Manifest manifest) {
        var warning = application.whyNotWatched(manifest.ref());
        if (warning.isPresent()) {
            return Stream.of(Placed.of(Phase.SYNC, new Item.LeftAlone(manifest, warning.get())));
        }
        return switch (application.hooks().of(manifest.content())) {
            case HookRole.Plain _ ->
                    Stream.of(Placed.of(Phase.SYNC, plain(manifest)))
                            .filter(_ -> operation.selects(manifest.ref()));
            case HookRole.LeftAlone(var reason) ->
                    Stream.of(Placed.of(Phase.SYNC, new Item.LeftAlone(manifest, reason)))
                            .filter(_ -> operation.selects(manifest.ref()));
            case HookRole.Hook hook -> hook.ofSync().map(phase -> hook(manifest, phase));
        };
    }

    private static Item plain(Manifest manifest) {
        return FluxMarks.whyLeftAlone(manifest.content())
                .<Item>map(reason -> new Item.LeftAlone(manifest, reason))
                .orElseGet(() -> new Item.Declared(manifest));
    }

    private Placed hook(Manifest manifest, Phase phase) {
        var name = new HookName(operation.revision(), at).of(manifest.content(), phase);
        var named = manifest.named(name);
        return Placed.of(
                phase,
                operation
                        .whyNoHooks()
                        .<Item>map(reason -> new Item.LeftAlone(named, reason))
                        .orElseGet(() -> new Item.Hook(named)));
    }

    /** The namespace of the destination, where it is to be created. */
    private Stream<Placed> namespace(Sides sides) {
        var name = application.namespace();
        var ref = ObjectRef.of("v1", "Namespace", "", name);
        var isWanted =
                policy.has("CreateNamespace=true") && !name.isEmpty() && !sides.declares(ref);
        var isToBeTouched =
                sides.liveOf(ref) == null || application.spec().managedNamespaceMetadata() != null;
        return isWanted && isToBeTouched
                ? Stream.of(
                        Placed.of(
                                Phase.PRE_SYNC,
                                new Item.Declared(Manifest.ofNamespace(name, Map.of(), Map.of()))))
                : Stream.empty();
    }

    private PreviewLine line(Placed placed, Sides sides, int position) {
        return switch (placed.item()) {
            case Item.Declared(var manifest) -> declared(placed, manifest, sides, position);
            case Item.Hook _ -> line(placed, position, Step.HOOK, "");
            case Item.LeftAlone(_, var reason) -> line(placed, position, Step.SKIP, reason);
            case Item.Left(var live) -> left(placed, live, position);
        };
    }

    private PreviewLine declared(Placed placed, Manifest manifest, Sides sides, int position) {
        var live = sides.liveOf(manifest.ref());
        if (live == null) {
            return line(placed, position, Step.CREATE, "");
        }
        var why = application.whyLeftAlone(manifest, live);
        if (why.isPresent()) {
            return line(placed, position, Step.SKIP, why.get());
        }
        return policy.has("ApplyOutOfSyncOnly=true") && isSame(manifest, live)
                ? line(placed, position, Step.SKIP, "unchanged (ApplyOutOfSyncOnly)")
                : line(placed, position, Step.CORRECT, "");
    }

    private boolean isSame(Manifest manifest, LiveObject live) {
        var elsewhere = application.tracking().elsewhere(live, Set.of());
        return comparison.of(manifest, application.seen(manifest, live), elsewhere).isEmpty();
    }

    private PreviewLine left(Placed placed, LiveObject live, int position) {
        if (!policy.prune()) {
            return line(placed, position, Step.SKIP, "ignored (requires pruning)");
        }
        if (FluxMarks.isKept(live.content())) {
            return line(placed, position, Step.SKIP, "ignored (prune disabled)");
        }
        return switch (ObjectOptions.of(live.content(), policy).value("Prune").orElse("")) {
            case "false" -> line(placed, position, Step.SKIP, "ignored (no prune)");
            case "confirm" ->
                    line(
                            placed,
                            position,
                            Step.PRUNE,
                            application.approval().countsFor(at) ? "" : "waits for a confirmation");
            default -> line(placed, position, Step.PRUNE, "");
        };
    }

    private static PreviewLine line(Placed placed, int position, Step step, String reason) {
        return new PreviewLine(placed.phase(), placed.wave(), position, step, placed.ref(), reason);
    }
}

package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is declared, synced and seen of one rollout at one time, and what follows from it.
 *
 * @param remembered for the case that the primary, and what is written on it, is gone
 * @param applied what this look has applied already: the API server may spell it differently
 */
record Round(
        Canary canary,
        Optional<Target> target,
        Sight sight,
        Optional<Standing> remembered,
        Set<Manifest> applied) {

    static Set<ObjectRef> objectsOf(Canary canary, Optional<Target> target) {
        var objects = new LinkedHashSet<ObjectRef>();
        objects.add(canary.target());
        objects.add(canary.primary());
        objects.add(canary.primaryService());
        objects.add(canary.canaryService());
        objects.add(canary.apexService());
        if (canary.hasRoute()) {
            objects.add(canary.route());
        }
        canary.autoscaler()
                .map(ref -> List.of(ref, PrimaryAutoscaler.copyOf(ref)))
                .ifPresent(objects::addAll);
        target.stream()
                .flatMap(it -> it.configs().stream())
                .flatMap(config -> Stream.of(config.ref(), Config.copyOf(config.ref())))
                .forEach(objects::add);
        return objects;
    }

    Instant now() {
        return sight.at();
    }

    /** As it is written; a rollout begins once its target was synced and is there. */
    Optional<Standing> standing() {
        return sight.standing(canary)
                .or(() -> remembered)
                .or(
                        () ->
                                target.filter(_ -> sight.of(canary.target()).isPresent())
                                        .map(this::beginning));
    }

    /** Why nothing may be done; empty if something may. */
    String refusal() {
        var declared = canary.refusal();
        return declared.isEmpty() && label().isEmpty()
                ? "NO_SELECTOR_LABEL: %s selects its pods by none of app, name, app.kubernetes.io/name"
                        .formatted(canary.target())
                : declared;
    }

    Readiness readiness(Standing standing) {
        return sight.readiness(canary, standing);
    }

    /** What follows from what was synced and, when nothing is left to do, from what is seen. */
    Standing decide(Standing standing) {
        var synced =
                target.map(it -> standing.synced(it.release(), it.isRollback(), now()))
                        .orElse(standing);
        return missing(synced).isEmpty() ? synced.settled(readiness(synced), now()) : synced;
    }

    List<Manifest> missing(Standing standing) {
        return label().stream()
                .flatMap(
                        label ->
                                new RolloutPlan(canary, label, standing, sight)
                                        .missing(target, readiness(standing)).stream())
                .filter(manifest -> !applied.contains(manifest))
                .toList();
    }

    /** Why it cannot go on although nothing is left to do; empty if it can. */
    String waiting() {
        if (sight.of(canary.target()).isEmpty()) {
            return "TARGET_NOT_FOUND: " + canary.target();
        }
        return sight.of(canary.route())
                .flatMap(GatewayRoute::refusalOf)
                .map("ROUTE_NOT_ACCEPTED: "::concat)
                .orElse("");
    }

    Seen seen(Optional<Standing> standing, String message) {
        var progress =
                standing.or(() -> target.map(this::beginning)).map(it -> progress(it, message));
        return new Seen(objectsOf(canary, target), standing, progress);
    }

    private Progress progress(Standing standing, String message) {
        var subject =
                standing.stage().isUnderWay()
                        ? standing.current()
                        : target.map(Target::release).orElse(standing.current());
        return new Progress(
                canary.rollout(),
                standing.application(),
                subject,
                standing.promoted(),
                standing.stage().phase(),
                canaryWeight(standing),
                readiness(standing),
                message,
                versions());
    }

    private int canaryWeight(Standing standing) {
        return canary.hasRoute()
                ? sight.of(canary.route())
                        .flatMap(route -> GatewayRoute.weightIn(route, canary))
                        .orElse(0)
                : standing.stage().weight();
    }

    private String versions() {
        return Stream.of(canary.target(), canary.primary(), canary.route())
                .flatMap(ref -> sight.of(ref).stream())
                .map(LiveObject::resourceVersion)
                .collect(Collectors.joining(","));
    }

    private Standing beginning(Target synced) {
        return Standing.beginning(synced.state().application(), synced.release(), now());
    }

    private Optional<SelectorLabel> label() {
        return target.map(Target::release)
                .or(() -> sight.standing(canary).map(Standing::current))
                .or(() -> remembered.map(Standing::current))
                .flatMap(release -> SelectorLabel.of(release.spec()));
    }
}

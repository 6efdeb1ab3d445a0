package io.dabbawala.reconciler.health.kstatus;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether anybody has looked at the newest specification. Only who counts generations is asked. */
final class GenerationStatus {

    static Optional<ObjectStatus> of(LiveObject object) {
        var generation = Tree.number(object.content(), "metadata", "generation");
        var observed = Tree.number(object.content(), "status", "observedGeneration");
        return problem(object, "metadata", "generation")
                .or(() -> problem(object, "status", "observedGeneration"))
                .or(
                        () ->
                                generation.isPresent()
                                                && observed.isPresent()
                                                && generation.getAsLong() != observed.getAsLong()
                                        ? Optional.of(
                                                ObjectStatus.inProgress(
                                                        "%s generation is %d, but latest observed generation is %d"
                                                                .formatted(
                                                                        object.ref().kind(),
                                                                        generation.getAsLong(),
                                                                        observed.getAsLong())))
                                        : Optional.empty());
    }

    /** Of a kind whose controller always counts. */
    static Optional<ObjectStatus> missingIn(LiveObject object) {
        return Stream.of("metadata.generation", "status.observedGeneration")
                .filter(path -> Tree.number(object.content(), path.split("\\.")).isEmpty())
                .findFirst()
                .map(
                        path ->
                                ObjectStatus.inProgress(
                                        "%s %s not found".formatted(object.ref().kind(), path)));
    }

    private static Optional<ObjectStatus> problem(LiveObject object, String where, String field) {
        return Tree.at(object.content(), where, field)
                .filter(value -> !(value instanceof Number))
                .map(
                        value ->
                                ObjectStatus.unknown(
                                        "looking up %s.%s from resource: .%s.%s accessor error: %s is no int64"
                                                .formatted(where, field, where, field, value)));
    }

    private GenerationStatus() {}
}

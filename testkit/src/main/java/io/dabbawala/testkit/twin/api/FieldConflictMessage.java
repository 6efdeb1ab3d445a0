package io.dabbawala.testkit.twin.api;

import io.dabbawala.testkit.twin.fields.FieldConflict;
import java.util.List;
import java.util.stream.Collectors;

/** The one sentence about all conflicts of an apply. */
final class FieldConflictMessage {

    private FieldConflictMessage() {}

    static String of(List<FieldConflict> conflicts) {
        var count = conflicts.stream().mapToInt(conflict -> conflict.fields().size()).sum();
        return "Apply failed with %d conflict%s: %s"
                .formatted(
                        count,
                        count == 1 ? "" : "s",
                        conflicts.stream()
                                .map(FieldConflictMessage::of)
                                .collect(Collectors.joining("\n")));
    }

    private static String of(FieldConflict conflict) {
        var fields = conflict.fields();
        return fields.size() == 1
                ? "conflict with %s: %s".formatted(conflict.owner(), fields.getFirst())
                : "conflicts with %s:\n- %s"
                        .formatted(conflict.owner(), String.join("\n- ", fields));
    }
}

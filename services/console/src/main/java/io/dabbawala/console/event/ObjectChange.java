package io.dabbawala.console.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a plan does to one object. Values are JSON and absent where a side has no such field. */
public record ObjectChange(
        ObjectRef object, Change change, List<Field> fields, @Nullable Writer changedBy) {

    public enum Change {
        UNKNOWN,
        CREATE,
        CORRECT,
        PRUNE
    }

    public record Field(String path, @Nullable String live, @Nullable String desired) {

        String sentence() {
            return path + " " + said(live) + " -> " + said(desired);
        }

        private static String said(@Nullable String json) {
            return json == null ? "(absent)" : json;
        }

        private Field withoutValues() {
            return new Field(path, "(hidden)", "(hidden)");
        }
    }

    public record Writer(String manager, @Nullable Instant time) {}

    public ObjectChange {
        fields =
                object.kind().equals("Secret")
                        ? fields.stream().map(Field::withoutValues).toList()
                        : List.copyOf(fields);
    }

    public String sentence() {
        return switch (change) {
            case CREATE -> "create " + object;
            case PRUNE -> "prune " + object;
            case CORRECT, UNKNOWN ->
                    Sentence.because(object.toString(), fieldsSaid()) + writerSaid();
        };
    }

    private String fieldsSaid() {
        return Sentence.list(fields.stream().map(Field::sentence).toList(), 2);
    }

    private String writerSaid() {
        if (changedBy == null) {
            return "";
        }
        return changedBy.time() == null
                ? " (edited by %s)".formatted(changedBy.manager())
                : " (edited by %s at %s)"
                        .formatted(changedBy.manager(), Sentence.clock(changedBy.time()));
    }
}

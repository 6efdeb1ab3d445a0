package io.dabbawala.testkit.twin.api;

/** How to write: by whom, for real or not, over others' fields or not, how strict about fields. */
public record WriteOptions(
        String fieldManager, boolean dryRun, boolean force, FieldValidation fieldValidation) {

    /** What happens to fields the kind does not have. */
    public enum FieldValidation {
        IGNORE,
        WARN,
        STRICT
    }

    /** As a controller writes. */
    public static WriteOptions by(String fieldManager) {
        return new WriteOptions(fieldManager, false, false, FieldValidation.IGNORE);
    }
}

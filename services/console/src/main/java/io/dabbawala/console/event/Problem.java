package io.dabbawala.console.event;

/** A revision that could not be rendered: where, and why. */
public record Problem(String file, int line, int column, String reason, String revision) {

    public String sentence() {
        return "%s cannot be rendered: %s%s"
                .formatted(
                        Sentence.revision(revision),
                        file.isEmpty() ? "" : "%s:%d:%d ".formatted(file, line, column),
                        Reason.said(reason));
    }
}

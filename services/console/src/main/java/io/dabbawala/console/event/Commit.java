package io.dabbawala.console.event;

import java.util.Locale;

/** A ref moved; a revision that is not there is empty. */
public record Commit(
        Header header,
        String repository,
        String ref,
        String oldRevision,
        String newRevision,
        String author,
        String message,
        String signature,
        boolean forced)
        implements Event {

    @Override
    public String application() {
        return "";
    }

    @Override
    public String summary() {
        var where = repository + " " + ref.replaceFirst("^refs/(heads|tags)/", "");
        if (newRevision.isEmpty()) {
            return "%s deleted, it was at %s".formatted(where, Sentence.revision(oldRevision));
        }
        var from = oldRevision.isEmpty() ? "new" : Sentence.revision(oldRevision);
        return "commit on %s: %s%s %s%s \"%s\"%s"
                .formatted(
                        where,
                        from,
                        forced ? " => (forced)" : " ->",
                        Sentence.revision(newRevision),
                        author.isBlank() ? "" : " by " + author,
                        message.lines().findFirst().orElse(""),
                        signature.equals("INVALID") || signature.equals("UNTRUSTED")
                                ? ", signature " + signature.toLowerCase(Locale.ROOT)
                                : "");
    }
}

package io.dabbawala.notifier.message;

import static io.dabbawala.notifier.message.Line.revision;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** The news in words: one headline, one reason (may be empty), and details one line each. */
public record Account(String headline, String reason, List<String> details) {

    private static final int LONGEST_HEADLINE = 150;
    private static final int LONGEST_LINE = 500;
    private static final int MOST_DETAILS = 8;

    public Account {
        headline = Line.of(headline, LONGEST_HEADLINE);
        reason = Line.of(reason, LONGEST_LINE);
        var lines = details.stream().map(line -> Line.of(line, LONGEST_LINE)).toList();
        details =
                lines.size() <= MOST_DETAILS
                        ? lines
                        : Stream.concat(
                                        lines.stream().limit(MOST_DETAILS - 1L),
                                        Stream.of(
                                                "and %d more"
                                                        .formatted(
                                                                lines.size() - MOST_DETAILS + 1)))
                                .toList();
    }

    public static Account of(Happening happening) {
        return switch (happening) {
            case Happening.RolledBack it -> rolledBack(it);
            case Happening.Denied it ->
                    new Account(about(it, "%s was denied"), it.reason(), it.findings());
            case Happening.Held it -> new Account(about(it, "%s is held"), it.reason(), List.of());
            case Happening.Delivered it ->
                    new Account(
                            about(it, it.back() ? "back at %s, healthy" : "%s is live, healthy"),
                            "",
                            List.of());
            case Happening.Degraded it ->
                    new Account(about(it, "degraded at %s"), it.reason(), List.of());
            case Happening.Drifted it ->
                    new Account(about(it, "live state drifted from %s"), "", it.changes());
            case Happening.Healed it ->
                    new Account(about(it, "healed, live state is %s again"), "", List.of());
            case Happening.Promoted it ->
                    new Account(
                            "%s: canary of %s was promoted"
                                    .formatted(it.application(), it.rollout()),
                            "",
                            List.of());
            case Happening.SyncFailed it ->
                    new Account(about(it, "sync of %s failed"), it.reason(), it.objects());
            case Happening.Unreadable it ->
                    new Account(
                            about(it, "%s cannot be read"),
                            it.place().isEmpty() ? it.reason() : it.place() + ": " + it.reason(),
                            List.of());
        };
    }

    /** A person who takes something back names no revision that goes. */
    private static Account rolledBack(Happening.RolledBack it) {
        var from = it.revision().isEmpty() ? "" : " from " + revision(it.revision());
        return new Account(
                "%s: rolled back%s to %s".formatted(it.application(), from, revision(it.to())),
                it.reason(),
                it.evidence().stream().map(Measured::text).toList());
    }

    /** All of it in one line, as for a log or an SMS. */
    public String line() {
        var why =
                Stream.concat(Stream.of(reason), details.stream())
                        .filter(part -> !part.isEmpty())
                        .collect(joining("; "));
        return why.isEmpty() ? headline : headline + ". " + why;
    }

    private static String about(Happening happening, String claim) {
        return happening.application() + ": " + claim.formatted(revision(happening.revision()));
    }
}

package io.dabbawala.compliancegate.calendar;

import io.dabbawala.compliancegate.document.Document;
import io.dabbawala.compliancegate.plan.Destination;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One sync window as it is written, and when it is active. */
public record Window(Document written, boolean allows, Cron cron, Duration duration, ZoneId zone) {

    /** Any time: a schedule that comes at all comes within the leap years after it. */
    private static final Instant SOME_TIME = Instant.EPOCH;

    public static Window of(Document written) throws UnreadableWindow {
        var kind = written.text("kind");
        if (!kind.equals("allow") && !kind.equals("deny")) {
            throw new UnreadableWindow("kind \"%s\" is neither allow nor deny".formatted(kind));
        }
        var cron = Cron.parse(written.text("schedule"));
        if (cron.next(SOME_TIME, ZoneOffset.UTC).isEmpty()) {
            throw new UnreadableWindow(
                    "schedule \"%s\" never comes".formatted(written.text("schedule")));
        }
        return new Window(
                written,
                kind.equals("allow"),
                cron,
                GoDuration.parse(written.text("duration")),
                zone(written.text("timeZone")));
    }

    boolean matches(String application, Destination destination) {
        var lists =
                Stream.of(
                                matches("applications", application),
                                matches("namespaces", destination.namespace()),
                                matches("clusters", destination.name(), destination.server()))
                        .flatMap(Optional::stream)
                        .toList();
        return written.flag("andOperator")
                ? !lists.isEmpty() && lists.stream().allMatch(it -> it)
                : lists.stream().anyMatch(it -> it);
    }

    boolean isActive(Instant at) {
        return cron.next(at.minus(duration), zone).filter(start -> start.isBefore(at)).isPresent();
    }

    boolean lets(boolean manual) {
        return manual && written.flag("manualSync");
    }

    boolean overruns() {
        return written.flag("syncOverrun");
    }

    /** When it next begins or ends. */
    Optional<Instant> nextTurn(Instant after) {
        var starts = cron.next(after, zone);
        var ends = cron.next(after.minus(duration), zone).map(start -> start.plus(duration));
        return Stream.concat(starts.stream(), ends.stream())
                .filter(turn -> turn.isAfter(after))
                .min(Instant::compareTo);
    }

    @Override
    public String toString() {
        return "%s \"%s\" for %s (%s)"
                .formatted(
                        written.text("kind"),
                        written.text("schedule"),
                        written.text("duration"),
                        zone);
    }

    /** Empty for a list that is empty. */
    private Optional<Boolean> matches(String list, String... names) {
        List<String> patterns = written.texts(list);
        return patterns.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        patterns.stream()
                                .anyMatch(
                                        pattern ->
                                                Stream.of(names)
                                                        .anyMatch(
                                                                it -> Glob.matches(pattern, it))));
    }

    private static ZoneId zone(String name) {
        try {
            return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }
}

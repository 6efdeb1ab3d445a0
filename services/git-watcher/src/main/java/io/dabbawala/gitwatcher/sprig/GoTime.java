package io.dabbawala.gitwatcher.sprig;

import io.dabbawala.gitwatcher.template.value.GoObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** A time a template was given; where Go would take the machine's zone, it is UTC. */
record GoTime(ZonedDateTime at) implements GoObject {

    static final ZoneId UTC = ZoneId.of("UTC");

    static GoTime of(long seconds) {
        return new GoTime(Instant.ofEpochSecond(seconds).atZone(UTC));
    }

    GoTime in(String zone) {
        return new GoTime(at.withZoneSameInstant(zone(zone)));
    }

    private static ZoneId zone(String zone) {
        return ZoneId.getAvailableZoneIds().contains(zone) ? ZoneId.of(zone) : UTC;
    }

    @Override
    public String type() {
        return "time.Time";
    }

    @Override
    public Optional<Object> field(String name) {
        return switch (name) {
            case "Year" -> Optional.of(at.getYear());
            case "Day" -> Optional.of(at.getDayOfMonth());
            case "Month" -> Optional.of(Layout.format("January", at));
            case "Hour" -> Optional.of(at.getHour());
            case "Minute" -> Optional.of(at.getMinute());
            case "Second" -> Optional.of(at.getSecond());
            case "Unix" -> Optional.of(at.toEpochSecond());
            case "UTC" -> Optional.of(new GoTime(at.withZoneSameInstant(UTC)));
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return Layout.format("2006-01-02 15:04:05 -0700 MST", at);
    }
}

package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.LiveObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A standing as annotations of the primary, and back. */
final class StandingNotes {

    private static final String APPLICATION = Generated.PREFIX + "application";
    private static final String PHASE = Generated.PREFIX + "phase";
    private static final String WEIGHT = Generated.PREFIX + "weight";
    private static final String SINCE = Generated.PREFIX + "since";
    private static final String CURRENT = Generated.PREFIX;
    private static final String PROMOTED = Generated.PREFIX + "promoted-";

    static Map<String, Object> write(Standing standing) {
        var notes = new TreeMap<String, Object>();
        notes.put(APPLICATION, standing.application());
        notes.put(PHASE, standing.stage().phase().name());
        notes.put(WEIGHT, Integer.toString(standing.stage().weight()));
        notes.put(SINCE, standing.since().toString());
        write(notes, CURRENT, standing.current());
        write(notes, PROMOTED, standing.promoted());
        return notes;
    }

    /** Empty if the object has none, or if somebody made them unreadable. */
    static Optional<Standing> read(LiveObject primary) {
        try {
            return primary.annotation(PHASE).isEmpty()
                    ? Optional.empty()
                    : Optional.of(standing(primary));
        } catch (IllegalArgumentException | DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Standing standing(LiveObject primary) {
        return new Standing(
                primary.annotation(APPLICATION),
                Stage.of(
                        Phase.valueOf(primary.annotation(PHASE)),
                        Integer.parseInt(primary.annotation(WEIGHT))),
                Instant.parse(primary.annotation(SINCE)),
                release(primary, CURRENT),
                release(primary, PROMOTED));
    }

    private static void write(Map<String, Object> notes, String prefix, Release release) {
        notes.put(prefix + "delivery", release.delivery());
        notes.put(prefix + "revision", release.revision());
        notes.put(prefix + "digest", release.digest());
        notes.put(prefix + "template", release.template());
        notes.put(prefix + "spec", Json.write(release.spec()));
    }

    private static Release release(LiveObject primary, String prefix) {
        return new Release(
                primary.annotation(prefix + "delivery"),
                primary.annotation(prefix + "revision"),
                primary.annotation(prefix + "digest"),
                primary.annotation(prefix + "template"),
                Json.object(primary.annotation(prefix + "spec")));
    }

    private StandingNotes() {}
}

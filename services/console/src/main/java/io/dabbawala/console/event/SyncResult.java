package io.dabbawala.console.event;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/**
 * A plan was carried out; with a sequence above 0, the health of what it applied changed since.
 *
 * @param notes what the application asks for in vain, each beginning with a code
 */
public record SyncResult(
        Header header,
        String application,
        long generation,
        String revision,
        String digest,
        String planDigest,
        Outcome outcome,
        String reason,
        Health health,
        String healthMessage,
        int sequence,
        List<ObjectResult> objects,
        List<String> notes,
        Instant startedAt,
        Instant finishedAt)
        implements Event {

    public enum Outcome {
        UNKNOWN,
        SUCCEEDED,
        FAILED,
        OUT_OF_DATE
    }

    public SyncResult {
        objects = List.copyOf(objects);
        notes = List.copyOf(notes);
    }

    public boolean isHealthUpdate() {
        return sequence > 0;
    }

    public boolean isSucceeded() {
        return outcome == Outcome.SUCCEEDED;
    }

    public List<ObjectResult> failed() {
        return objects.stream().filter(ObjectResult::isFailed).toList();
    }

    @Override
    public String summary() {
        if (isHealthUpdate()) {
            return Sentence.because("health " + health.word(), healthMessage);
        }
        var what = Sentence.revision(revision);
        return switch (outcome) {
            case SUCCEEDED ->
                    "synced %s in %s: %s; health %s"
                            .formatted(what, took(), counts(), health.word());
            case FAILED -> Sentence.because("sync of %s failed".formatted(what), failure());
            case OUT_OF_DATE ->
                    Sentence.because(
                            "sync of %s given up, it was out of date".formatted(what),
                            Reason.said(reason));
            case UNKNOWN -> Sentence.because("sync of %s ended".formatted(what), reason);
        };
    }

    /** Why it failed: the objects that did, else the reason of the whole. */
    public String failure() {
        return failed().isEmpty()
                ? Reason.said(reason)
                : Sentence.list(failed().stream().map(ObjectResult::sentence).toList(), 3);
    }

    private String took() {
        return Sentence.seconds(Duration.between(startedAt, finishedAt));
    }

    private String counts() {
        if (objects.isEmpty()) {
            return "nothing to do";
        }
        return objects.stream()
                .collect(groupingBy(ObjectResult::outcome, TreeMap::new, counting()))
                .entrySet()
                .stream()
                .map(of -> of.getValue() + " " + of.getKey().word())
                .collect(joining(", "));
    }
}

package io.dabbawala.cli.http;

import java.time.Duration;
import java.util.Optional;

/**
 * One message of a stream, read line by line (HTML, server-sent events). Comments and fields that
 * are not known are passed over.
 */
final class ServerSentEvent {

    private final StringBuilder data = new StringBuilder();
    private Optional<Long> id = Optional.empty();
    private Optional<Duration> retry = Optional.empty();

    /** An empty line ends the message. */
    boolean isCompleteAfter(String line) {
        if (line.isEmpty()) {
            return true;
        }
        int colon = line.indexOf(':');
        var field = colon < 0 ? line : line.substring(0, colon);
        var value = colon < 0 ? "" : line.substring(colon + 1);
        take(field, value.startsWith(" ") ? value.substring(1) : value);
        return false;
    }

    String data() {
        return data.toString();
    }

    Optional<Long> id() {
        return id;
    }

    Optional<Duration> retry() {
        return retry;
    }

    private void take(String field, String value) {
        switch (field) {
            case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
            case "id" -> id = number(value);
            case "retry" -> retry = number(value).map(Duration::ofMillis);
            default -> {}
        }
    }

    private static Optional<Long> number(String value) {
        return value.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(value)) : Optional.empty();
    }
}

package io.dabbawala.gitwatcher.sender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** An answer in a line for each change: {@code branch main a-b complete [files]}. */
final class Told {

    static Payload body(String file) {
        try (var bytes = Told.class.getResourceAsStream("/webhooks/" + file)) {
            return Payload.read(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Answer read(String provider, String event, Payload body) {
        return Sender.named(provider).orElseThrow().read(event, body);
    }

    static List<String> lines(Answer answer) {
        return switch (answer) {
            case Answer.Hint(var changes) -> changes.stream().map(Told::line).toList();
            case Answer.Ignored(var reason) -> List.of("ignored: " + reason);
            case Answer.Refused(var reason) -> List.of("refused: " + reason);
        };
    }

    private static String line(Change change) {
        return "%s %s %s-%s %s %s"
                .formatted(
                        change.ref().kind().word(),
                        change.ref().name(),
                        brief(change.before()),
                        brief(change.after()),
                        change.paths().complete() ? "complete" : "incomplete",
                        change.paths().paths().stream().collect(Collectors.joining(" ", "[", "]")));
    }

    private static String brief(String commit) {
        return commit.isEmpty() ? "none" : commit.substring(0, 1);
    }

    private Told() {}
}

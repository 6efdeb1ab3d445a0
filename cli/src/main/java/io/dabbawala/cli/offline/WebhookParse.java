package io.dabbawala.cli.offline;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.gitwatcher.sender.Change;
import io.dabbawala.gitwatcher.sender.ChangedPaths;
import io.dabbawala.gitwatcher.sender.Delivery;
import io.dabbawala.gitwatcher.sender.Headers;
import io.dabbawala.gitwatcher.sender.Payload;
import io.dabbawala.gitwatcher.sender.Sender;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "parse",
        description = {
            "Says what a webhook tells the watcher: which refs of which repository moved.",
            "Each ref that moved is a line. With --secret the sender has to prove itself first, by"
                    + " its --header. With --exit-code it ends with 1 if the webhook is refused."
        },
        footer = {
            "dabba webhook parse --provider github --event push body.json",
            "dabba webhook parse --provider gitlab --header 'X-Gitlab-Event: Push Hook' body.json"
        })
public final class WebhookParse implements Callable<Integer> {

    @Option(
            names = "--provider",
            required = true,
            paramLabel = "PROVIDER",
            converter = Provider.class,
            completionCandidates = Provider.class,
            description = "Who sends it: ${COMPLETION-CANDIDATES}.")
    private @Nullable Sender provider;

    @Option(
            names = "--event",
            paramLabel = "EVENT",
            description =
                    "The value of the provider's event header (default: as --header or body say).")
    private @Nullable String event;

    @Option(
            names = "--header",
            paramLabel = "'NAME: VALUE'",
            description = "A header it came with; may be given again.")
    private List<String> headers = new ArrayList<>();

    @Option(names = "--secret", paramLabel = "SECRET", description = "What it is proved with.")
    private @Nullable String secret;

    @Mixin private FileParameter file = new FileParameter();
    @Mixin private AtOption at = new AtOption();
    @Mixin private Answers answers = new Answers();
    private final Surroundings around;

    public WebhookParse(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var sender = Objects.requireNonNull(provider, "picocli asks for it");
        var input = file.read(around);
        var delivery = new Delivery(read(headers), input.bytes());
        if (secret != null && !sender.isProvedBy(secret, delivery, at.instant(around))) {
            return answers.whole(
                    List.of(without("refused", "the secret does not prove its sender")), around);
        }
        try {
            var body = Payload.read(input.bytes());
            var kind = event == null ? sender.event(delivery.headers()) : event;
            return answers.whole(lines(sender.read(kind, body)), around);
        } catch (IOException e) {
            throw answers.refused(
                    "%s is no JSON: %s".formatted(input.name(), firstLine(e)), around);
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static List<Answer> lines(io.dabbawala.gitwatcher.sender.Answer answer) {
        return switch (answer) {
            case io.dabbawala.gitwatcher.sender.Answer.Hint(var changes) ->
                    changes.stream().map(change -> Answer.of(hint(change))).toList();
            case io.dabbawala.gitwatcher.sender.Answer.Ignored(var reason) ->
                    List.of(without("ignored", reason));
            case io.dabbawala.gitwatcher.sender.Answer.Refused(var reason) ->
                    List.of(without("refused", reason));
        };
    }

    private static ObjectNode hint(Change change) {
        var line = JsonNodeFactory.instance.objectNode().put("answer", "hint").put("reason", "");
        change.repositories().forEach(line.putArray("repositories")::add);
        line.putObject("ref")
                .put("kind", change.ref().kind().word())
                .put("name", change.ref().name());
        return end(line, change.before(), change.after(), change.paths());
    }

    private static Answer without(String answer, String reason) {
        var line = JsonNodeFactory.instance.objectNode().put("answer", answer);
        line.put("reason", reason).putArray("repositories");
        var all = end(line.putNull("ref"), "", "", new ChangedPaths(List.of(), false));
        return new Answer(all, !answer.equals("refused"));
    }

    private static ObjectNode end(
            ObjectNode line, String before, String after, ChangedPaths paths) {
        line.put("before", orNull(before)).put("after", orNull(after));
        paths.paths().forEach(line.putArray("changedPaths")::add);
        return line.put("changedPathsComplete", paths.complete());
    }

    private static @Nullable String orNull(String commit) {
        return commit.isEmpty() ? null : commit;
    }

    private static Headers read(List<String> lines) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (var line : lines) {
            var colon = line.indexOf(':');
            var name = colon < 0 ? line : line.substring(0, colon);
            var value = colon < 0 ? "" : line.substring(colon + 1);
            byName.computeIfAbsent(name.strip(), _ -> new ArrayList<>()).add(value.strip());
        }
        return new Headers(byName);
    }

    /** By the names the watcher's path has. */
    static final class Provider implements ITypeConverter<Sender>, Iterable<String> {

        @Override
        public Sender convert(String name) {
            return Sender.named(name)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "'%s' is none of %s"
                                                    .formatted(
                                                            name,
                                                            Sender.ALL.stream()
                                                                    .map(Sender::name)
                                                                    .collect(joining(", ")))));
        }

        @Override
        public Iterator<String> iterator() {
            return Sender.ALL.stream().map(Sender::name).iterator();
        }
    }
}

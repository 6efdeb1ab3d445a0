package io.dabbawala.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.cli.answer.CommandFailed;
import io.dabbawala.cli.names.Named;
import java.util.ArrayList;
import java.util.List;

/** The applications of the console, by the names people write. */
public final class Applications {

    private final ConsoleApi console;

    public Applications(ConsoleApi console) {
        this.console = console;
    }

    public JsonNode all() {
        return console.get("/applications").orFail();
    }

    public List<String> names() {
        var names = new ArrayList<String>();
        all().forEach(of -> names.add(of.path("application").asText()));
        return List.copyOf(names);
    }

    /** The full name. One with a namespace is taken as it is, whether or not it is known. */
    public String named(String written) {
        if (written.matches("[a-z0-9.-]+/[a-z0-9.-]+")) {
            return written;
        }
        return switch (Named.among(names(), written)) {
            case Named.One(var name) -> name;
            case Named.Several(var candidates) ->
                    throw CommandFailed.input(
                            "application %s is not one but several: %s; name the namespace"
                                    .formatted(written, String.join(", ", candidates)));
            case Named.Nobody(var similar) -> throw unknown(written, similar);
        };
    }

    public JsonNode get(String written) {
        return answer(written, "");
    }

    public JsonNode why(String written) {
        return answer(written, "/why");
    }

    /** Ends the command because nobody has that name. */
    public CommandFailed unknown(String name) {
        return switch (Named.among(names(), name)) {
            case Named.Nobody(var similar) -> unknown(name, similar);
            case Named.One _, Named.Several _ ->
                    CommandFailed.input("application %s is not declared now".formatted(name));
        };
    }

    private JsonNode answer(String written, String suffix) {
        var name = named(written);
        return switch (console.get("/applications/" + name + suffix)) {
            case Answer.Said(var answer) -> answer;
            case Answer.Refused refused ->
                    throw refused.isUnknown() ? unknown(name) : refused.failure();
        };
    }

    private static CommandFailed unknown(String name, List<String> similar) {
        return CommandFailed.input(
                similar.isEmpty()
                        ? "application %s is not known; dabba app list shows those that are"
                                .formatted(name)
                        : "application %s is not known; did you mean %s?"
                                .formatted(name, String.join(" or ", similar)));
    }
}

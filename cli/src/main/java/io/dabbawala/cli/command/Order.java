package io.dabbawala.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dabbawala.cli.http.Answer;
import io.dabbawala.cli.http.Applications;
import io.dabbawala.cli.http.ConsoleApi;
import io.dabbawala.cli.print.Page;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.cli.view.View;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** What every command that asks for something has, and how it is sent. */
final class Order {

    @Mixin private ApplicationName application = new ApplicationName();
    @Mixin private Person person = new Person();
    @Mixin private ConsoleOption console = new ConsoleOption();
    @Mixin private OutputOption output = new OutputOption();

    /**
     * Sends it and says that it is on its way.
     *
     * @param target what is meant beside the application: delivery, digest, revision; empty texts
     *     are not said
     */
    int send(String command, String reason, Map<String, String> target, Surroundings around) {
        var api = console.api(around);
        var applications = new Applications(api);
        var name = applications.named(application.written());
        var body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("application", name)
                        .put("command", command)
                        .put("actor", person.name(around))
                        .put("reason", reason);
        target.forEach(
                (field, value) -> {
                    if (!value.isEmpty()) {
                        body.put(field, value);
                    }
                });
        var accepted = answer(api, applications, name, body);
        output.show(accepted, new Accepted(command, name), around);
        return 0;
    }

    private static JsonNode answer(
            ConsoleApi api, Applications applications, String name, JsonNode body) {
        return switch (api.post("/commands", body)) {
            case Answer.Said(var accepted) -> accepted;
            case Answer.Refused refused ->
                    throw refused.isUnknown() ? applications.unknown(name) : refused.failure();
        };
    }

    private record Accepted(String command, String application) implements View {

        @Override
        public List<String> names(JsonNode answer) {
            return List.of(answer.path("id").asText());
        }

        @Override
        public List<String> lines(JsonNode answer, Page page) {
            return List.of(
                    "%s of %s is on its way (%s); dabba why %s says what became of it"
                            .formatted(
                                    command, application, answer.path("id").asText(), application));
        }
    }
}

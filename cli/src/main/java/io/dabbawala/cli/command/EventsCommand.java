package io.dabbawala.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dabbawala.cli.http.Applications;
import io.dabbawala.cli.http.EventStream;
import io.dabbawala.cli.http.Events;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.cli.view.EventLines;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "events",
        description =
                "Shows what happened, and with --follow what happens. JSON is one event a line.",
        footer = {
            "dabba events --follow",
            "dabba events --application shop/checkout -n 50 -o json"
        })
public final class EventsCommand implements Callable<Integer> {

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on as things happen; a console that restarts is waited for.")
    private boolean follow;

    @Option(
            names = {"-a", "--application"},
            paramLabel = "APPLICATION",
            description = "Only this one's.")
    private @Nullable String application;

    @Option(
            names = "--after",
            paramLabel = "CURSOR",
            description = "Those behind this cursor (field cursor in -o json); 0 is the beginning.")
    private @Nullable Long after;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "At most so many: 20 without --follow, any number with it.")
    private @Nullable Integer limit;

    @Mixin private ConsoleOption console = new ConsoleOption();
    @Mixin private OutputOption output = new OutputOption();
    private final Surroundings around;

    public EventsCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var api = console.api(around);
        var filter = application == null ? "" : new Applications(api).named(application);
        var events = new Events(api, filter);
        if (follow) {
            long from = after == null ? events.lastCursor() : after;
            var left = new Countdown(limit == null ? Long.MAX_VALUE : limit);
            new EventStream(api, events, from, around.terminal()::note)
                    .follow(
                            event -> {
                                show(event);
                                return left.next() && around.terminal().isRead();
                            });
        } else {
            int most = limit == null ? 20 : limit;
            var found = after == null ? events.newest(most) : events.after(after, most);
            found.forEach(this::show);
        }
        return 0;
    }

    private void show(JsonNode event) {
        switch (output.format()) {
            case json -> around.terminal().out().println(event);
            case table, wide, name, yaml ->
                    output.show(
                            JsonNodeFactory.instance.arrayNode().add(event),
                            new EventLines(),
                            around);
        }
    }

    /** True until it was asked so many times. */
    private static final class Countdown {

        private long left;

        Countdown(long left) {
            this.left = left;
        }

        boolean next() {
            left--;
            return left > 0;
        }
    }
}

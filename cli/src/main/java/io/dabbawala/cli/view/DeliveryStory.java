package io.dabbawala.cli.view;

import static io.dabbawala.cli.view.Fields.each;
import static io.dabbawala.cli.view.Fields.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.cli.print.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One delivery from the commit to its last event, with the time since it began. */
public final class DeliveryStory implements View {

    @Override
    public List<String> names(JsonNode delivery) {
        return List.of(text(delivery, "delivery"));
    }

    @Override
    public List<String> lines(JsonNode delivery, Page page) {
        var screen = new Screen(page);
        screen.line("delivery", page.palette().bold(text(delivery, "delivery")));
        screen.line("application", text(delivery, "application"));
        screen.line("revision", text(delivery, "revision"));
        screen.state("outcome", text(delivery, "outcome"));
        screen.line("started", text(delivery, "startedAt"));
        screen.line("took", Fields.took(delivery));
        var lines = new ArrayList<>(screen.lines());
        lines.add("");
        var start = text(delivery, "startedAt");
        each(delivery.path("events")).forEach(event -> lines.add(line(start, event, page)));
        return List.copyOf(lines);
    }

    private static String line(String start, JsonNode event, Page page) {
        var line =
                "  %s  %-16s %s"
                        .formatted(
                                page.palette().dim(since(start, text(event, "time"))),
                                text(event, "source"),
                                text(event, "summary"));
        return page.wide() ? line + page.palette().dim("  " + text(event, "id")) : line;
    }

    private static String since(String start, String time) {
        if (start.isEmpty() || time.isEmpty()) {
            return " ".repeat(9);
        }
        var span = Duration.between(Instant.parse(start), Instant.parse(time));
        return String.format(Locale.ROOT, "+%6.1f s", span.toMillis() / 1000.0);
    }
}

package io.dabbawala.cli.view;

import static io.dabbawala.cli.view.Fields.each;
import static io.dabbawala.cli.view.Fields.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.cli.print.Page;
import java.util.List;

/** Events as they happened, a line each. */
public final class EventLines implements View {

    @Override
    public List<String> names(JsonNode events) {
        return Fields.texts(events, "id");
    }

    @Override
    public List<String> lines(JsonNode events, Page page) {
        return each(events).stream().map(event -> line(event, page)).toList();
    }

    /** Time, application, what happened; wide: also the event, its topic and its delivery. */
    public static String line(JsonNode event, Page page) {
        var palette = page.palette();
        var line =
                "%s  %-20s %s"
                        .formatted(
                                palette.dim(text(event, "time")),
                                text(event, "application"),
                                text(event, "summary"));
        return page.wide()
                ? line
                        + palette.dim(
                                "  %s %s %s"
                                        .formatted(
                                                text(event, "topic"),
                                                text(event, "delivery"),
                                                text(event, "id")))
                : line;
    }
}

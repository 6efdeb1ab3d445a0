package io.dabbawala.cli.view;

import static io.dabbawala.cli.view.Fields.each;
import static io.dabbawala.cli.view.Fields.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.cli.print.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Why an application is as it is: the word, the sentence, the reasons, what comes next. */
public final class WhyScreen implements View {

    @Override
    public List<String> names(JsonNode why) {
        return List.of(text(why, "application"));
    }

    @Override
    public List<String> lines(JsonNode why, Page page) {
        var palette = page.palette();
        var lines = new ArrayList<String>();
        lines.add(
                "%s is %s: %s"
                        .formatted(
                                palette.bold(text(why, "application")),
                                palette.state(text(why, "state")),
                                text(why, "headline")));
        each(why.path("reasons")).forEach(reason -> lines.addAll(reason(reason, page)));
        lines.add("");
        var screen = new Screen(page);
        screen.line("next", text(why, "next"));
        screen.line("delivery", text(why, "delivery"));
        lines.addAll(screen.lines());
        return List.copyOf(lines);
    }

    private static List<String> reason(JsonNode reason, Page page) {
        var lines = new ArrayList<String>();
        lines.add("  - %s: %s".formatted(text(reason, "code"), text(reason, "message")));
        var where =
                Stream.of("object", "field", "policy")
                        .filter(field -> !text(reason, field).isEmpty())
                        .map(field -> field + " " + text(reason, field))
                        .toList();
        if (!where.isEmpty()) {
            lines.add("      " + String.join(", ", where));
        }
        var since = text(reason, "since");
        if (!since.isEmpty()) {
            lines.add(
                    "      "
                            + page.palette()
                                    .dim("since %s (%s)".formatted(since, page.age(since))));
        }
        return lines;
    }
}

package io.dabbawala.cli.view;

import static io.dabbawala.cli.view.Fields.each;
import static io.dabbawala.cli.view.Fields.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.cli.print.Page;
import io.dabbawala.cli.print.Table;
import java.util.ArrayList;
import java.util.List;

/** One application on one screen. */
public final class ApplicationDetail implements View {

    @Override
    public List<String> names(JsonNode application) {
        return List.of(text(application, "application"));
    }

    @Override
    public List<String> lines(JsonNode application, Page page) {
        var screen = new Screen(page);
        screen.line("application", page.palette().bold(text(application, "application")));
        screen.state("sync", text(application, "sync"));
        screen.state("health", text(application, "health"));
        screen.line("message", text(application, "message"));
        screen.line("revision", text(application, "revision"));
        screen.line("declared", when(text(application, "declaredAt"), page));
        screen.line("delivery", text(application, "delivery"));
        if (page.wide()) {
            screen.line("generation", text(application, "generation"));
            screen.line("digest", text(application, "digest"));
        }
        if (application.path("paused").asBoolean()) {
            screen.line("paused", "yes; dabba resume " + text(application, "application"));
        }
        each(application.path("rollouts"))
                .forEach(rollout -> screen.line("rollout", Rollouts.line(rollout)));
        Fields.values(application.path("quarantined"))
                .forEach(digest -> screen.line("quarantined", digest));
        problem(application.path("problem"), screen);
        lastSync(application.path("lastSync"), screen);
        var lines = new ArrayList<>(screen.lines());
        lines.addAll(objects(application.path("lastSync").path("objects"), page));
        return List.copyOf(lines);
    }

    private static void problem(JsonNode problem, Screen screen) {
        if (problem.isObject()) {
            screen.line(
                    "problem",
                    "%s:%s:%s %s (%s)"
                            .formatted(
                                    text(problem, "file"),
                                    text(problem, "line"),
                                    text(problem, "column"),
                                    text(problem, "reason"),
                                    Fields.revision(text(problem, "revision"))));
        }
    }

    private static void lastSync(JsonNode sync, Screen screen) {
        if (sync.isObject()) {
            var reason = text(sync, "reason");
            screen.line(
                    "last sync",
                    "%s, %s ago, took %s%s"
                            .formatted(
                                    text(sync, "outcome"),
                                    screen.page().age(text(sync, "finishedAt")),
                                    Fields.took(sync),
                                    reason.isEmpty() ? "" : ": " + reason));
        }
    }

    private static List<String> objects(JsonNode objects, Page page) {
        if (objects.isEmpty()) {
            return List.of();
        }
        var table = Table.of("KIND", "NAMESPACE", "NAME", "LAST SYNC", "HEALTH THEN", "MESSAGE");
        each(objects)
                .forEach(
                        of ->
                                table.row(
                                        text(of, "kind"),
                                        text(of, "namespace"),
                                        text(of, "name"),
                                        text(of, "outcome"),
                                        text(of, "health"),
                                        text(of, "message")));
        var lines = new ArrayList<String>();
        lines.add("");
        lines.addAll(table.lines(page));
        return lines;
    }

    private static String when(String instant, Page page) {
        return instant.isEmpty() ? "" : instant + " (" + page.age(instant) + " ago)";
    }
}

package io.dabbawala.cli.view;

import static io.dabbawala.cli.view.Fields.each;
import static io.dabbawala.cli.view.Fields.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.cli.print.Page;
import io.dabbawala.cli.print.Table;
import java.util.List;

/** Where the applications stand, a row each. */
public final class ApplicationList implements View {

    @Override
    public List<String> names(JsonNode applications) {
        return Fields.texts(applications, "application");
    }

    @Override
    public List<String> lines(JsonNode applications, Page page) {
        if (applications.isEmpty()) {
            return List.of(
                    "No application is declared. Push one to the delivery repository, then look again.");
        }
        return page.wide() ? wide(applications, page) : narrow(applications, page);
    }

    private static List<String> narrow(JsonNode applications, Page page) {
        var table =
                Table.of("APPLICATION", "SYNC", "HEALTH", "REVISION", "ROLLOUT", "AGE", "MESSAGE");
        each(applications)
                .forEach(
                        of ->
                                table.row(
                                        text(of, "application"),
                                        text(of, "sync"),
                                        text(of, "health"),
                                        Fields.revision(text(of, "revision")),
                                        Rollouts.shortly(of.path("rollout")),
                                        page.age(text(of, "updatedAt")),
                                        text(of, "message")));
        return table.lines(page);
    }

    private static List<String> wide(JsonNode applications, Page page) {
        var table =
                Table.of(
                        "APPLICATION",
                        "SYNC",
                        "HEALTH",
                        "REVISION",
                        "GENERATION",
                        "ROLLOUT",
                        "PAUSED",
                        "UPDATED",
                        "DELIVERY",
                        "MESSAGE");
        each(applications)
                .forEach(
                        of ->
                                table.row(
                                        text(of, "application"),
                                        text(of, "sync"),
                                        text(of, "health"),
                                        text(of, "revision"),
                                        text(of, "generation"),
                                        Rollouts.shortly(of.path("rollout")),
                                        text(of, "paused"),
                                        text(of, "updatedAt"),
                                        text(of, "delivery"),
                                        text(of, "message")));
        return table.lines(page);
    }
}

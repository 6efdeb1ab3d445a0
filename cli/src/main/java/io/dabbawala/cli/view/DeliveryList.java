package io.dabbawala.cli.view;

import static io.dabbawala.cli.view.Fields.each;
import static io.dabbawala.cli.view.Fields.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.cli.print.Page;
import io.dabbawala.cli.print.Table;
import java.util.List;

/** Deliveries, newest first. */
public final class DeliveryList implements View {

    @Override
    public List<String> names(JsonNode deliveries) {
        return Fields.texts(deliveries, "delivery");
    }

    @Override
    public List<String> lines(JsonNode deliveries, Page page) {
        if (deliveries.isEmpty()) {
            return List.of("Nothing was delivered yet.");
        }
        var table = Table.of("DELIVERY", "APPLICATION", "REVISION", "OUTCOME", "STARTED", "TOOK");
        each(deliveries)
                .forEach(
                        of ->
                                table.row(
                                        text(of, "delivery"),
                                        text(of, "application"),
                                        revision(of, page),
                                        text(of, "outcome"),
                                        started(of, page),
                                        Fields.took(of)));
        return table.lines(page);
    }

    private static String revision(JsonNode of, Page page) {
        var full = text(of, "revision");
        return page.wide() ? full : Fields.revision(full);
    }

    private static String started(JsonNode of, Page page) {
        var at = text(of, "startedAt");
        return page.wide() ? at : page.age(at) + " ago";
    }
}

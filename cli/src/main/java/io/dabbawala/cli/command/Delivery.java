package io.dabbawala.cli.command;

import io.dabbawala.cli.http.Deliveries;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.cli.view.DeliveryStory;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "delivery",
        description = "Tells one delivery, from the commit to its last event.",
        footer = {
            "dabba delivery 01934f6e-8c3a-7b1d-9e2f-5a6b7c8d9e0f",
            "dabba delivery 01934f6e-8c3a --watch --exit-code"
        })
public final class Delivery implements Callable<Integer> {

    private static final Set<String> BAD = Set.of("RolledBack", "Denied", "Failed");

    @Parameters(
            paramLabel = "ID",
            description = "The id of the delivery, or how it begins; see dabba app history.")
    private String id = "";

    @Mixin private WatchOption watch = new WatchOption();
    @Mixin private ExitCodeOption exitCode = new ExitCodeOption();
    @Mixin private ConsoleOption console = new ConsoleOption();
    @Mixin private OutputOption output = new OutputOption();
    private final Surroundings around;

    public Delivery(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var deliveries = new Deliveries(console.api(around));
        var full = deliveries.named(id);
        var shown =
                watch.show(
                        () -> deliveries.get(full),
                        delivery -> !delivery.path("finishedAt").asText("").isEmpty(),
                        new DeliveryStory(),
                        output,
                        around);
        return exitCode.of(!BAD.contains(shown.path("outcome").asText()));
    }
}

package io.dabbawala.cli.command;

import io.dabbawala.cli.http.Applications;
import io.dabbawala.cli.http.Deliveries;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.cli.view.DeliveryList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "history",
        description = "Lists what was delivered to an application, newest first.",
        footer = {
            "dabba app history shop/checkout",
            "dabba app history checkout --limit 5 -o wide"
        })
public final class AppHistory implements Callable<Integer> {

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "20",
            description = "At most so many.")
    private int limit = 20;

    @Mixin private ApplicationName application = new ApplicationName();
    @Mixin private ConsoleOption console = new ConsoleOption();
    @Mixin private OutputOption output = new OutputOption();
    private final Surroundings around;

    public AppHistory(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var api = console.api(around);
        var applications = new Applications(api);
        var name = applications.named(application.written());
        var deliveries = new Deliveries(api).newest(name, limit);
        if (deliveries.isEmpty()) {
            applications.get(name); // nobody has that name, or nothing was delivered to it
        }
        output.show(deliveries, new DeliveryList(), around);
        return 0;
    }
}

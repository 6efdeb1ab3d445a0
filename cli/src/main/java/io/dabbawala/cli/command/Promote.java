package io.dabbawala.cli.command;

import io.dabbawala.cli.terminal.Surroundings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "promote",
        description = "Promotes a canary now, without waiting for its last steps.",
        footer = {
            "dabba promote shop/checkout -r 'enough traffic seen'",
            "dabba promote checkout -r 'hotfix, watched by hand'"
        })
public final class Promote implements Callable<Integer> {

    @Mixin private Order order = new Order();
    @Mixin private Reason reason = new Reason();
    private final Surroundings around;

    public Promote(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return order.send("promote", reason.text(), Map.of(), around);
    }
}

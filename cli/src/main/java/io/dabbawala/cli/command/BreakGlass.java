package io.dabbawala.cli.command;

import io.dabbawala.cli.terminal.Surroundings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "break-glass",
        description = "Admits for an hour what the gate would hold; policies still deny.",
        footer = {
            "dabba break-glass shop/checkout -r 'incident 42'",
            "dabba break-glass checkout -r 'incident 42' --actor asha"
        })
public final class BreakGlass implements Callable<Integer> {

    @Mixin private Order order = new Order();
    @Mixin private Reason reason = new Reason();
    private final Surroundings around;

    public BreakGlass(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return order.send("break-glass", reason.text(), Map.of(), around);
    }
}

package io.dabbawala.cli.command;

import io.dabbawala.cli.terminal.Surroundings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "resume",
        description = "Ends a pause or a freeze.",
        footer = {
            "dabba resume shop/checkout -r 'latency is fine'",
            "dabba resume checkout -r 'payday is over' -o json"
        })
public final class Resume implements Callable<Integer> {

    @Mixin private Order order = new Order();
    @Mixin private Reason reason = new Reason();
    private final Surroundings around;

    public Resume(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return order.send("resume", reason.text(), Map.of(), around);
    }
}

package io.dabbawala.cli.command;

import io.dabbawala.cli.terminal.Surroundings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "pause",
        description = "Stops the rollout of an application where it is.",
        footer = {
            "dabba pause shop/checkout -r 'looking at the latency'",
            "dabba pause checkout -r 'payday' --actor asha"
        })
public final class PauseRollout implements Callable<Integer> {

    @Mixin private Order order = new Order();
    @Mixin private Reason reason = new Reason();
    private final Surroundings around;

    public PauseRollout(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return order.send("pause", reason.text(), Map.of(), around);
    }
}

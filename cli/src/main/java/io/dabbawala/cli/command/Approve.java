package io.dabbawala.cli.command;

import io.dabbawala.cli.terminal.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "approve",
        description = "Lets a plan that is held go on.",
        footer = {
            "dabba approve shop/checkout -r 'reviewed in CHG-1042'",
            "dabba approve checkout -r 'reviewed' --delivery 01934f6e-8c3a-7b1d-9e2f-5a6b7c8d9e0f"
        })
public final class Approve implements Callable<Integer> {

    @Mixin private Held held = new Held();
    @Mixin private Order order = new Order();
    @Mixin private Reason reason = new Reason();
    private final Surroundings around;

    public Approve(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return order.send("approve", reason.text(), held.target(), around);
    }
}

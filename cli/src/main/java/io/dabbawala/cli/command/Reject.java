package io.dabbawala.cli.command;

import io.dabbawala.cli.terminal.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "reject",
        description = "Refuses a plan that is held.",
        footer = {
            "dabba reject shop/checkout -r 'not on payday'",
            "dabba reject checkout -r 'wrong region' --actor asha"
        })
public final class Reject implements Callable<Integer> {

    @Mixin private Held held = new Held();
    @Mixin private Order order = new Order();
    @Mixin private Reason reason = new Reason();
    private final Surroundings around;

    public Reject(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return order.send("reject", reason.text(), held.target(), around);
    }
}

package io.dabbawala.cli.command;

import io.dabbawala.cli.terminal.Surroundings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "terminate",
        description = "Gives up the sync of an application that runs; its hooks are stopped.",
        footer = {
            "dabba app terminate shop/web -r 'the migration hangs'",
            "dabba app terminate web -r 'wrong revision' --actor asha"
        })
public final class Terminate implements Callable<Integer> {

    @Mixin private Order order = new Order();
    @Mixin private Reason reason = new Reason();
    private final Surroundings around;

    public Terminate(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return order.send("terminate", reason.text(), Map.of(), around);
    }
}

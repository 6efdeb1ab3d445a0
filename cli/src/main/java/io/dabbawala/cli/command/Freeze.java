package io.dabbawala.cli.command;

import io.dabbawala.cli.terminal.Surroundings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "freeze",
        description = "Admits nothing for an application until somebody resumes it.",
        footer = {
            "dabba freeze shop/checkout -r 'payday'",
            "dabba freeze checkout -r 'incident 42' --actor asha"
        })
public final class Freeze implements Callable<Integer> {

    @Mixin private Order order = new Order();
    @Mixin private Reason reason = new Reason();
    private final Surroundings around;

    public Freeze(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return order.send("freeze", reason.text(), Map.of(), around);
    }
}

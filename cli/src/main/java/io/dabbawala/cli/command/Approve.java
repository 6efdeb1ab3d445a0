package io.dabbawala.cli.command;

import io.dabbawala.cli.terminal.Surroundings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "approve",
        description = "Lets a plan that is held go on.",
        footer = {
            "dabba approve shop/checkout -r 'reviewed in CHG-1042'",
            "dabba approve checkout -r 'reviewed' --delivery 01934f6e-8c3a-7b1d-9e2f-5a6b7c8d9e0f"
        })
public final class Approve implements Callable<Integer> {

    @Option(
            names = "--delivery",
            paramLabel = "ID",
            defaultValue = "",
            description = "Only if this delivery is the one that is held.")
    private String delivery = "";

    @Option(
            names = "--digest",
            paramLabel = "SHA256",
            defaultValue = "",
            description = "Only if this is what is held.")
    private String digest = "";

    @Mixin private Order order = new Order();
    @Mixin private Reason reason = new Reason();
    private final Surroundings around;

    public Approve(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var held = Map.of("delivery", delivery, "digest", digest);
        return order.send("approve", reason.text(), held, around);
    }
}

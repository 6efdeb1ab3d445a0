package io.dabbawala.cli.command;

import io.dabbawala.cli.terminal.Surroundings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "reject",
        description = "Refuses a plan that is held.",
        footer = {
            "dabba reject shop/checkout -r 'not on payday'",
            "dabba reject checkout -r 'wrong region' --actor asha"
        })
public final class Reject implements Callable<Integer> {

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

    public Reject(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var held = Map.of("delivery", delivery, "digest", digest);
        return order.send("reject", reason.text(), held, around);
    }
}

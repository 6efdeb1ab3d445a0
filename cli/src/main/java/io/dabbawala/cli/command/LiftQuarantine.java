package io.dabbawala.cli.command;

import io.dabbawala.cli.terminal.Surroundings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "lift-quarantine",
        description = "Lets what was rolled back be delivered again.",
        footer = {
            "dabba lift-quarantine shop/checkout -r 'the errors were the database'",
            "dabba lift-quarantine checkout -r 'false alarm' --digest sha256:0123..."
        })
public final class LiftQuarantine implements Callable<Integer> {

    @Option(
            names = "--digest",
            paramLabel = "SHA256",
            defaultValue = "",
            description = "Which one, when several are quarantined.")
    private String digest = "";

    @Mixin private Order order = new Order();
    @Mixin private Reason reason = new Reason();
    private final Surroundings around;

    public LiftQuarantine(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return order.send("lift-quarantine", reason.text(), Map.of("digest", digest), around);
    }
}

package io.dabbawala.cli.command;

import io.dabbawala.cli.terminal.Surroundings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rollback",
        description = "Takes an application back to a revision that was synced before.",
        footer = {
            "dabba rollback shop/checkout -r 'orders fail since noon'",
            "dabba rollback checkout -r 'orders fail' --to 3f2a9c1d"
        })
public final class Rollback implements Callable<Integer> {

    @Option(
            names = "--to",
            paramLabel = "REVISION",
            defaultValue = "",
            description = "At least 7 digits of a commit; the one before, if it is not given.")
    private String revision = "";

    @Mixin private Order order = new Order();
    @Mixin private Reason reason = new Reason();
    private final Surroundings around;

    public Rollback(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return order.send("rollback", reason.text(), Map.of("revision", revision), around);
    }
}

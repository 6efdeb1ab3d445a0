package io.dabbawala.cli.command;

import io.dabbawala.cli.terminal.Surroundings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "sync",
        description = "Compares an application with its cluster now, and corrects what differs.",
        footer = {"dabba sync shop/web", "dabba sync web -r 'after the restore' -o json"})
public final class Sync implements Callable<Integer> {

    @Option(
            names = {"-r", "--reason"},
            paramLabel = "TEXT",
            defaultValue = "asked for on the command line",
            description = "Why. It is kept with the command.")
    private String reason = "";

    @Mixin private Order order = new Order();
    private final Surroundings around;

    public Sync(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return order.send("sync", reason, Map.of(), around);
    }
}

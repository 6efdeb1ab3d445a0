package io.dabbawala.cli.local;

import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.local.Layout;
import io.dabbawala.local.demo.Demo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        description = {
            "Starts everything, delivers a commit, takes a bad one back, and stops everything.",
            "Ends with 1 when a step of the story did not happen."
        },
        footer = {"dabba demo", "dabba demo --twin"})
public final class DemoCommand implements Callable<Integer> {

    @Mixin private ClusterOption cluster = new ClusterOption();
    private final Surroundings around;

    public DemoCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var layout = new Layout(around.home(), around.state());
        return new Demo(layout, cluster.choice(), around.terminal().out()).run();
    }
}

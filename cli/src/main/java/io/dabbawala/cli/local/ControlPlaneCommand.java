package io.dabbawala.cli.local;

import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.local.cluster.ControlPlaneBuild;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "control-plane",
        description = {
            "Builds the programs of a real Kubernetes control plane into your cache, once.",
            "Needs Go 1.26 or newer and 4 to 8 minutes; afterwards demo and up use it."
        },
        footer = {"dabba control-plane", "dabba control-plane && dabba demo --control-plane"})
public final class ControlPlaneCommand implements Callable<Integer> {

    private final Surroundings around;

    public ControlPlaneCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return new ControlPlaneBuild(around.home()).run();
    }
}

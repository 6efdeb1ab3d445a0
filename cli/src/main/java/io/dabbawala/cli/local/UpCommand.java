package io.dabbawala.cli.local;

import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.local.Layout;
import io.dabbawala.local.Ports;
import io.dabbawala.local.demo.Up;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = {
            "Runs the platform until Ctrl-C, with a shop to try it on,",
            "or with your own repository and cluster."
        },
        footer = {
            "dabba up",
            "dabba up --repository https://git.example.com/shop.git --declarations delivery"
        })
public final class UpCommand implements Callable<Integer> {

    private static final class Repository {

        @Option(
                names = "--repository",
                required = true,
                paramLabel = "URL",
                description = "Your repository instead of the shop's.")
        private String url = "";

        @Option(
                names = "--declarations",
                required = true,
                paramLabel = "PATH",
                description = "The folder in it that holds Applications, Canaries and policies.")
        private String declarations = "";
    }

    @Mixin private ClusterOption cluster = new ClusterOption();

    @ArgGroup(exclusive = false)
    private @Nullable Repository repository;

    @Option(
            names = "--free-ports",
            description = "On ports nobody uses, instead of those the documentation names.")
    private boolean freePorts;

    private final Surroundings around;

    public UpCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var layout = new Layout(around.home(), around.state());
        return new Up(layout, cluster.choice(), around.terminal().out())
                .run(
                        Optional.ofNullable(repository)
                                .map(own -> new Up.Source(own.url, own.declarations)),
                        freePorts ? Ports.free() : Ports.standard());
    }
}

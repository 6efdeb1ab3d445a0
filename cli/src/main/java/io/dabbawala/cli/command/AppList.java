package io.dabbawala.cli.command;

import io.dabbawala.cli.http.Applications;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.cli.view.ApplicationList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        description = "Shows where the applications stand.",
        footer = {"dabba app list", "dabba app list --watch -o wide"})
public final class AppList implements Callable<Integer> {

    @Mixin private WatchOption watch = new WatchOption();
    @Mixin private ConsoleOption console = new ConsoleOption();
    @Mixin private OutputOption output = new OutputOption();
    private final Surroundings around;

    public AppList(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var applications = new Applications(console.api(around));
        watch.show(applications::all, _ -> false, new ApplicationList(), output, around);
        return 0;
    }
}

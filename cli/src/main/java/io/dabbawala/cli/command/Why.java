package io.dabbawala.cli.command;

import io.dabbawala.cli.http.Applications;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.cli.view.WhyScreen;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "why",
        description = "Says why an application is as it is, and what comes next.",
        footer = {"dabba why shop/checkout", "dabba why checkout --exit-code"})
public final class Why implements Callable<Integer> {

    private static final Set<String> BAD =
            Set.of(
                    "Denied",
                    "RolledBack",
                    "SyncFailed",
                    "Unrenderable",
                    "Degraded",
                    "Missing",
                    "Failed");

    @Mixin private ApplicationName application = new ApplicationName();
    @Mixin private WatchOption watch = new WatchOption();
    @Mixin private ExitCodeOption exitCode = new ExitCodeOption();
    @Mixin private ConsoleOption console = new ConsoleOption();
    @Mixin private OutputOption output = new OutputOption();
    private final Surroundings around;

    public Why(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var applications = new Applications(console.api(around));
        var name = applications.named(application.written());
        var shown =
                watch.show(
                        () -> applications.why(name), _ -> false, new WhyScreen(), output, around);
        return exitCode.of(!BAD.contains(shown.path("state").asText()));
    }
}

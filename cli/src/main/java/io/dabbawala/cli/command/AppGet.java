package io.dabbawala.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.cli.http.Applications;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.cli.view.ApplicationDetail;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "get",
        description = "Shows one application: state, rollouts, the last sync and its objects.",
        footer = {"dabba app get shop/web", "dabba app get web --exit-code -o json"})
public final class AppGet implements Callable<Integer> {

    private static final Set<String> BAD_HEALTH = Set.of("Degraded", "Missing");

    @Mixin private ApplicationName application = new ApplicationName();
    @Mixin private WatchOption watch = new WatchOption();
    @Mixin private ExitCodeOption exitCode = new ExitCodeOption();
    @Mixin private ConsoleOption console = new ConsoleOption();
    @Mixin private OutputOption output = new OutputOption();
    private final Surroundings around;

    public AppGet(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var applications = new Applications(console.api(around));
        var name = applications.named(application.written());
        var shown =
                watch.show(
                        () -> applications.get(name),
                        _ -> false,
                        new ApplicationDetail(),
                        output,
                        around);
        return exitCode.of(isWell(shown));
    }

    private static boolean isWell(JsonNode application) {
        return !BAD_HEALTH.contains(application.path("health").asText())
                && !application.path("sync").asText().equals("Denied")
                && !application.path("problem").isObject();
    }
}

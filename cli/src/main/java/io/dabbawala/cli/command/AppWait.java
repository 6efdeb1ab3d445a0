package io.dabbawala.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.cli.answer.CommandFailed;
import io.dabbawala.cli.answer.ExitCode;
import io.dabbawala.cli.http.Applications;
import io.dabbawala.cli.print.Age;
import io.dabbawala.cli.terminal.Pause;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.cli.view.ApplicationDetail;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "wait",
        description = {
            "Waits until an application is as wanted; ends with 1 when it is not in time.",
            "Without a wish it waits for --synced --healthy."
        },
        footer = {
            "dabba app wait shop/web --healthy --timeout 2m",
            "dabba app wait web --synced --healthy --revision 3f2a9c1d"
        })
public final class AppWait implements Callable<Integer> {

    @Option(names = "--synced", description = "The cluster is as Git says.")
    private boolean synced;

    @Option(names = "--healthy", description = "Everything it consists of is healthy.")
    private boolean healthy;

    @Option(
            names = "--revision",
            paramLabel = "REVISION",
            defaultValue = "",
            description = "It is at this commit, of which the first digits are enough.")
    private String revision = "";

    @Option(
            names = {"-t", "--timeout"},
            paramLabel = "TIME",
            defaultValue = "5m",
            description = "For how long, as in 90s, 2m, 1h.")
    private Duration timeout = Duration.ofMinutes(5);

    @Mixin private ApplicationName application = new ApplicationName();
    @Mixin private ConsoleOption console = new ConsoleOption();
    @Mixin private OutputOption output = new OutputOption();
    private final Surroundings around;

    public AppWait(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var applications = new Applications(console.api(around));
        var name = applications.named(application.written());
        var deadline = around.clock().instant().plus(timeout);
        var now = applications.get(name);
        var told = "";
        while (!isAsWanted(now)) {
            told = tell(name, now, told);
            if (!around.clock().instant().isBefore(deadline)) {
                throw late(name, now);
            }
            Pause.of(around.poll());
            now = askedAgain(applications, name).orElse(now);
        }
        output.show(now, new ApplicationDetail(), around);
        return ExitCode.OK.number();
    }

    private boolean isAsWanted(JsonNode of) {
        var any = !synced && !healthy && revision.isEmpty();
        return (!synced && !any || of.path("sync").asText().equals("Synced"))
                && (!healthy && !any || of.path("health").asText().equals("Healthy"))
                && of.path("revision").asText().startsWith(revision);
    }

    private String tell(String name, JsonNode now, String told) {
        var words = standing(now);
        if (!words.equals(told)) {
            around.terminal().note("waiting for %s: %s".formatted(name, words));
        }
        return words;
    }

    private CommandFailed late(String name, JsonNode now) {
        return CommandFailed.no(
                "%s is not as wanted after %s: %s; dabba why %s says why"
                        .formatted(name, Age.of(timeout), standing(now), name));
    }

    private static String standing(JsonNode of) {
        return "%s and %s at %s, %s"
                .formatted(
                        of.path("sync").asText(),
                        of.path("health").asText(),
                        of.path("revision").asText(),
                        of.path("message").asText());
    }

    /** Nothing while the console is away: it may come back in time. */
    private static Optional<JsonNode> askedAgain(Applications applications, String name) {
        try {
            return Optional.of(applications.get(name));
        } catch (CommandFailed e) {
            if (e.code() == ExitCode.UNAVAILABLE) {
                return Optional.empty();
            }
            throw e;
        }
    }
}

package io.dabbawala.cli.shell;

import io.dabbawala.cli.answer.CommandFailed;
import io.dabbawala.cli.http.Applications;
import io.dabbawala.cli.http.ConsoleApi;
import io.dabbawala.cli.terminal.Surroundings;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the completion scripts ask: prints what the last word may become, a line each. */
@Command(
        name = "complete",
        hidden = true,
        description = "Prints what the last word may become.",
        footer = {"dabba complete -- app l", "dabba complete -- why ''"})
public final class Complete implements Callable<Integer> {

    @Parameters(arity = "0..*", description = "What was typed so far, without dabba.")
    private List<String> words = List.of();

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Surroundings around;

    public Complete(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        new Candidates(this::applications)
                .of(spec.root(), words)
                .forEach(around.terminal().out()::println);
        return 0;
    }

    private List<String> applications() {
        try {
            return new Applications(new ConsoleApi(URI.create(around.console()))).names();
        } catch (CommandFailed | IllegalArgumentException _) {
            return List.of();
        }
    }
}

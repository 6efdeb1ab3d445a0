package io.dabbawala.cli;

import io.dabbawala.cli.answer.CommandFailed;
import io.dabbawala.cli.terminal.Surroundings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "help",
        description = "Explains a command.",
        footer = {"dabba help demo", "dabba help app wait"})
final class Help implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description = "Its words, as in app wait; without one, all are listed.")
    private List<String> words = List.of();

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Surroundings around;

    Help(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var command = spec.root().commandLine();
        for (var word : words) {
            command = below(command, word);
        }
        command.usage(around.terminal().out());
        return 0;
    }

    private static CommandLine below(CommandLine command, String word) {
        var found = command.getSubcommands().get(word);
        if (found == null) {
            throw CommandFailed.input(
                    "%s has no command %s; %s help lists them"
                            .formatted(
                                    command.getCommandSpec().qualifiedName(),
                                    word,
                                    command.getCommandSpec().root().name()));
        }
        return found;
    }
}

package io.dabbawala.gitwatcher.template.syntax;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * Commands, each of which gets the result of the one before as its last argument.
 *
 * @param variables what the result is called; assigned if {@code assigns}, else declared
 */
public record Pipeline(
        int position, List<String> variables, boolean assigns, List<Command> commands)
        implements Operand {

    @Override
    public String toString() {
        var names = String.join(", ", variables);
        return (variables.isEmpty() ? "" : names + (assigns ? " = " : " := "))
                + commands.stream().map(Command::toString).collect(joining(" | "));
    }
}

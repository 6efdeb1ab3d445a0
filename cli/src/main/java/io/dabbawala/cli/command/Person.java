package io.dabbawala.cli.command;

import io.dabbawala.cli.terminal.Surroundings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who wants something. */
final class Person {

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            description = "Who wants it (DABBA_ACTOR, else the name of the user).")
    private @Nullable String actor;

    String name(Surroundings around) {
        if (actor != null) {
            return actor;
        }
        return around.variable("DABBA_ACTOR")
                .or(() -> around.variable("USER"))
                .orElseGet(() -> System.getProperty("user.name"));
    }
}

package io.dabbawala.cli.terminal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What is around the command.
 *
 * @param home the project's folder with everything built
 * @param state what the local platform writes
 * @param poll how often something is looked at that has no events
 */
public record Surroundings(
        Terminal terminal,
        Map<String, String> environment,
        Clock clock,
        Path home,
        Path state,
        Duration poll) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    public static Surroundings ofProcess() {
        var home = Path.of(System.getProperty("dabbawala.home", ".")).toAbsolutePath().normalize();
        return new Surroundings(
                Terminal.ofProcess(),
                System.getenv(),
                Clock.systemUTC(),
                home,
                Path.of(System.getProperty("dabbawala.state", home.resolve(".dabba").toString())),
                Duration.ofSeconds(1));
    }

    /** The same with another terminal. */
    public Surroundings at(Terminal other) {
        return new Surroundings(other, environment, clock, home, state, poll);
    }

    /** A variable of the environment; set to nothing is not set. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** Where the console is, unless the command says it: the environment, what runs, 8100. */
    public String console() {
        return variable("DABBA_CONSOLE")
                .or(() -> RunningPlatform.console(state))
                .orElse("http://127.0.0.1:8100");
    }
}

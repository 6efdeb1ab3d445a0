package io.dabbawala.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** What the platform that {@code dabba up} runs says about itself; gone when it is stopped. */
final class RunningPlatform {

    static Optional<String> console(Path state) {
        var said = new Properties();
        try (var file = Files.newBufferedReader(state.resolve("up/platform.properties"))) {
            said.load(file);
            return Optional.ofNullable(said.getProperty("console"));
        } catch (IOException _) {
            return Optional.empty(); // nothing runs
        }
    }

    private RunningPlatform() {}
}

package io.dabbawala.cli.command;

import io.dabbawala.cli.http.ConsoleApi;
import io.dabbawala.cli.http.HttpAddress;
import io.dabbawala.cli.terminal.Surroundings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which console is asked. */
final class ConsoleOption {

    @Option(
            names = "--console",
            paramLabel = "URL",
            description = "Where the console is (DABBA_CONSOLE, else that of dabba up).")
    private @Nullable String url;

    ConsoleApi api(Surroundings around) {
        return new ConsoleApi(HttpAddress.of("the console", url == null ? around.console() : url));
    }
}

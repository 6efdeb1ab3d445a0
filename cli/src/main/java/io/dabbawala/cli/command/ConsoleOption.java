package io.dabbawala.cli.command;

import io.dabbawala.cli.answer.CommandFailed;
import io.dabbawala.cli.http.ConsoleApi;
import io.dabbawala.cli.terminal.Surroundings;
import java.net.URI;
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
        return new ConsoleApi(address(url == null ? around.console() : url));
    }

    private static URI address(String url) {
        try {
            var address = URI.create(url);
            if (address.getHost() != null
                    && String.valueOf(address.getScheme()).matches("https?")) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw CommandFailed.input("the console's URL must be http://HOST:PORT, not " + url);
    }
}

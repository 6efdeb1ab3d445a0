package io.dabbawala.testkit.twin;

import java.nio.file.Path;
import java.util.Optional;

/** {@code --port N} (0: any free one) and {@code --kubeconfig-out FILE}. */
record CommandLine(int port, Optional<Path> kubeconfigOut) {

    static CommandLine of(String... arguments) {
        var port = 0;
        Optional<Path> kubeconfig = Optional.empty();
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            switch (arguments[i]) {
                case "--port" -> port = Integer.parseInt(arguments[i + 1]);
                case "--kubeconfig-out" -> kubeconfig = Optional.of(Path.of(arguments[i + 1]));
                default ->
                        throw new IllegalArgumentException(
                                arguments[i] + ": there are --port and --kubeconfig-out");
            }
        }
        return new CommandLine(port, kubeconfig);
    }
}

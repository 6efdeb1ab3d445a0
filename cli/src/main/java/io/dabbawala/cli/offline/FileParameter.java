package io.dabbawala.cli.offline;

import io.dabbawala.cli.terminal.Surroundings;
import picocli.CommandLine.Parameters;

/** What a command is asked about. */
final class FileParameter {

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "YAML or JSON; without it, or as -, standard input.")
    private String file = "-";

    Input read(Surroundings around) {
        return Input.of(file, around);
    }
}

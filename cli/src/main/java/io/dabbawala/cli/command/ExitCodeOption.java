package io.dabbawala.cli.command;

import io.dabbawala.cli.answer.ExitCode;
import picocli.CommandLine.Option;

/** Whether the answer is the exit code too. */
final class ExitCodeOption {

    @Option(names = "--exit-code", description = "Ends with 1 when the answer is bad news.")
    private boolean wanted;

    int of(boolean isGood) {
        return (isGood || !wanted ? ExitCode.OK : ExitCode.NO).number();
    }
}

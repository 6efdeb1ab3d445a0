package io.dabbawala.cli.command;

import io.dabbawala.cli.answer.ExitCode;
import picocli.CommandLine.Option;

/** Whether the answer is the exit code too. */
public final class ExitCodeOption {

    @Option(names = "--exit-code", description = "Ends with 1 when the answer is bad news.")
    private boolean wanted;

    public int of(boolean isGood) {
        return (isGood || !wanted ? ExitCode.OK : ExitCode.NO).number();
    }
}

package io.dabbawala.cli.command;

import picocli.CommandLine.Parameters;

/** The application that is meant. */
final class ApplicationName {

    @Parameters(
            paramLabel = "APPLICATION",
            description = "namespace/name, or the name alone when only one has it.")
    private String written = "";

    String written() {
        return written;
    }
}

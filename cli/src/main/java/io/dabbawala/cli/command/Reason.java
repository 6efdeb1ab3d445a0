package io.dabbawala.cli.command;

import picocli.CommandLine.Option;

/** Why somebody wants something; it stays in the log for good. */
final class Reason {

    @Option(
            names = {"-r", "--reason"},
            required = true,
            paramLabel = "TEXT",
            description = "Why. It is kept with the command.")
    private String text = "";

    String text() {
        return text;
    }
}

package io.dabbawala.cli;

import io.dabbawala.cli.answer.CommandFailed;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Listed here, done by the script: the tests rebuild this very program. */
@Command(
        name = "test",
        description = "Runs all tests and counts them.",
        footer = {"dabba test", "dabba test --containers"})
final class Test implements Callable<Integer> {

    @Option(
            names = "--containers",
            description = "Also the stories on the official Kafka image (needs a Docker engine).")
    private boolean containers;

    @Override
    public Integer call() {
        throw CommandFailed.input(
                "the tests are run by the script: ./dabba test"
                        + (containers ? " --containers" : ""));
    }
}

package io.dabbawala.cli;

import io.dabbawala.cli.answer.CommandFailed;
import io.dabbawala.cli.answer.ExitCode;
import io.dabbawala.cli.command.Span;
import io.dabbawala.cli.print.Palette;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What all commands have in common: help, examples, errors and how they end. */
final class Conventions {

    private static final Map<String, String> EXIT_CODES = new LinkedHashMap<>();

    static {
        EXIT_CODES.put(" 0", "done, or answered");
        EXIT_CODES.put(
                " 1", "the answer is no: not in time, refused, or bad news with --exit-code");
        EXIT_CODES.put(" 2", "what was named or given is at fault");
        EXIT_CODES.put("64", "wrong usage");
        EXIT_CODES.put("69", "something that is needed is not there, such as the console");
        EXIT_CODES.put("70", "a defect");
    }

    static CommandLine taughtTo(CommandLine all, Surroundings around) {
        var terminal = around.terminal();
        withHelp(all.getCommandSpec());
        all.getCommandSpec().addOption(version());
        all.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(EXIT_CODES);
        return all.registerConverter(Duration.class, new Span())
                .setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler((e, _) -> wrongUsage(e, terminal))
                .setExecutionExceptionHandler((e, _, _) -> ended(e, around));
    }

    private static void withHelp(CommandSpec command) {
        command.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Explains this command.")
                        .build());
        var usage = command.usageMessage();
        if (usage.footer().length > 0) {
            usage.footerHeading("%nExamples:%n")
                    .footer(Stream.of(usage.footer()).map("  "::concat).toArray(String[]::new));
        }
        command.subcommands().values().forEach(below -> withHelp(below.getCommandSpec()));
    }

    private static OptionSpec version() {
        return OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Says which version this is.")
                .build();
    }

    private static int wrongUsage(ParameterException e, Terminal terminal) {
        var command = e.getCommandLine();
        say(String.valueOf(e.getMessage()), terminal);
        if (!UnmatchedArgumentException.printSuggestions(e, command.getErr())) {
            terminal.err().printf("See %s --help%n", command.getCommandSpec().qualifiedName());
        }
        return ExitCode.USAGE.number();
    }

    private static int ended(Exception e, Surroundings around) {
        if (e instanceof CommandFailed failed) {
            say(failed.said(), around.terminal());
            return failed.code().number();
        }
        say("failed unexpectedly: " + e, around.terminal());
        if (around.variable("DABBA_DEBUG").isPresent()) {
            e.printStackTrace(around.terminal().err());
        } else {
            around.terminal().err().println("DABBA_DEBUG=1 shows where it happened.");
        }
        return ExitCode.INTERNAL.number();
    }

    private static void say(String message, Terminal terminal) {
        var palette = new Palette(terminal.colour());
        terminal.err().println(palette.bad("dabba: ") + message);
    }

    private Conventions() {}
}

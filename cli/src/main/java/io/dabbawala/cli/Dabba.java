package io.dabbawala.cli;

import io.dabbawala.cli.command.AppGet;
import io.dabbawala.cli.command.AppHistory;
import io.dabbawala.cli.command.AppList;
import io.dabbawala.cli.command.AppWait;
import io.dabbawala.cli.command.Approve;
import io.dabbawala.cli.command.Delivery;
import io.dabbawala.cli.command.EventsCommand;
import io.dabbawala.cli.command.LiftQuarantine;
import io.dabbawala.cli.command.PauseRollout;
import io.dabbawala.cli.command.Promote;
import io.dabbawala.cli.command.Reject;
import io.dabbawala.cli.command.Resume;
import io.dabbawala.cli.command.Rollback;
import io.dabbawala.cli.command.Sync;
import io.dabbawala.cli.command.Why;
import io.dabbawala.cli.local.ControlPlaneCommand;
import io.dabbawala.cli.local.DemoCommand;
import io.dabbawala.cli.local.SchemasRegister;
import io.dabbawala.cli.local.UpCommand;
import io.dabbawala.cli.shell.Complete;
import io.dabbawala.cli.shell.Completion;
import io.dabbawala.cli.terminal.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command with all its subcommands. */
@Command(
        name = "dabba",
        description = "GitOps and progressive delivery as a stream of events.",
        versionProvider = Version.class)
public final class Dabba {

    @Command(
            name = "app",
            description = "Applications: where they stand, and what to do with them.")
    private static final class App {}

    @Command(name = "schemas", description = "The schemas of the topics.")
    private static final class Schemas {}

    private Dabba() {}

    public static void main(String[] arguments) {
        System.exit(run(Surroundings.ofProcess(), arguments));
    }

    /** Returns the exit code. */
    public static int run(Surroundings around, String... arguments) {
        int code = commandLine(around).execute(arguments);
        around.terminal().out().flush();
        around.terminal().err().flush();
        return code;
    }

    static CommandLine commandLine(Surroundings around) {
        var all =
                new CommandLine(new Dabba())
                        .addSubcommand(new DemoCommand(around))
                        .addSubcommand(new UpCommand(around))
                        .addSubcommand(new Test())
                        .addSubcommand(new ControlPlaneCommand(around))
                        .addSubcommand(
                                new CommandLine(new Schemas())
                                        .addSubcommand(new SchemasRegister(around)))
                        .addSubcommand(app(around))
                        .addSubcommand(new Why(around))
                        .addSubcommand(new Delivery(around))
                        .addSubcommand(new EventsCommand(around))
                        .addSubcommand(new Sync(around))
                        .addSubcommand(new Approve(around))
                        .addSubcommand(new Reject(around))
                        .addSubcommand(new Rollback(around))
                        .addSubcommand(new PauseRollout(around))
                        .addSubcommand(new Resume(around))
                        .addSubcommand(new Promote(around))
                        .addSubcommand(new LiftQuarantine(around))
                        .addSubcommand(new Completion(around))
                        .addSubcommand(new Complete(around))
                        .addSubcommand(new Help(around));
        return Conventions.taughtTo(all, around);
    }

    private static CommandLine app(Surroundings around) {
        return new CommandLine(new App())
                .addSubcommand(new AppList(around))
                .addSubcommand(new AppGet(around))
                .addSubcommand(new AppHistory(around))
                .addSubcommand(new AppWait(around))
                .addSubcommand(new Sync(around))
                .addSubcommand(new Rollback(around));
    }
}

package io.dabbawala.cli;

import io.dabbawala.cli.command.AppGet;
import io.dabbawala.cli.command.AppHistory;
import io.dabbawala.cli.command.AppList;
import io.dabbawala.cli.command.AppWait;
import io.dabbawala.cli.command.Approve;
import io.dabbawala.cli.command.BreakGlass;
import io.dabbawala.cli.command.Delivery;
import io.dabbawala.cli.command.EventsCommand;
import io.dabbawala.cli.command.Freeze;
import io.dabbawala.cli.command.LiftQuarantine;
import io.dabbawala.cli.command.PauseRollout;
import io.dabbawala.cli.command.Promote;
import io.dabbawala.cli.command.Reject;
import io.dabbawala.cli.command.Resume;
import io.dabbawala.cli.command.Rollback;
import io.dabbawala.cli.command.Sync;
import io.dabbawala.cli.command.Terminate;
import io.dabbawala.cli.command.Why;
import io.dabbawala.cli.local.BenchDelivery;
import io.dabbawala.cli.local.ControlPlaneCommand;
import io.dabbawala.cli.local.DemoCommand;
import io.dabbawala.cli.local.SchemasRegister;
import io.dabbawala.cli.local.UpCommand;
import io.dabbawala.cli.offline.AppsetRender;
import io.dabbawala.cli.offline.Batch;
import io.dabbawala.cli.offline.DiffCommand;
import io.dabbawala.cli.offline.HealthCommand;
import io.dabbawala.cli.offline.PlanCommand;
import io.dabbawala.cli.offline.RenderCommand;
import io.dabbawala.cli.offline.RetryEval;
import io.dabbawala.cli.offline.SubstituteCommand;
import io.dabbawala.cli.offline.Webhook;
import io.dabbawala.cli.offline.WebhookParse;
import io.dabbawala.cli.shell.Complete;
import io.dabbawala.cli.shell.Completion;
import io.dabbawala.cli.terminal.Surroundings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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

    @Command(name = "appset", description = "What ApplicationSets generate.")
    private static final class Appset {}

    @Command(name = "schemas", description = "The schemas of the topics.")
    private static final class Schemas {}

    @Command(name = "bench", description = "What we claim about speed, measured on this machine.")
    private static final class Bench {}

    @Command(name = "retry", description = "Syncs that failed, and when they are tried again.")
    private static final class Retry {}

    private static final Set<String> NEED_ALL = Set.of("help", "complete");

    private Dabba() {}

    public static void main(String[] arguments) {
        System.exit(run(Surroundings.ofProcess(), arguments));
    }

    /** Returns the exit code. */
    public static int run(Surroundings around, String... arguments) {
        int code = commandLine(around, arguments).execute(arguments);
        around.terminal().out().flush();
        around.terminal().err().flush();
        return code;
    }

    /**
     * With the one command that is meant, because reading all of them takes longer than most of
     * them do; with all of them when the first word is none of them.
     */
    static CommandLine commandLine(Surroundings around, String... arguments) {
        var known = commands(around);
        var meant = arguments.length == 0 ? "" : arguments[0];
        var all = new CommandLine(new Dabba());
        known.forEach(
                (name, command) -> {
                    if (name.equals(meant)
                            || NEED_ALL.contains(meant)
                            || !known.containsKey(meant)) {
                        all.addSubcommand(command.get());
                    }
                });
        return Conventions.taughtTo(all, around);
    }

    private static Map<String, Supplier<Object>> commands(Surroundings around) {
        var commands = new LinkedHashMap<String, Supplier<Object>>();
        commands.put("demo", () -> new DemoCommand(around));
        commands.put("up", () -> new UpCommand(around));
        commands.put("test", Test::new);
        commands.put("control-plane", () -> new ControlPlaneCommand(around));
        commands.put("bench", () -> bench(around));
        commands.put("schemas", () -> schemas(around));
        commands.put("app", () -> app(around));
        commands.put("why", () -> new Why(around));
        commands.put("delivery", () -> new Delivery(around));
        commands.put("events", () -> new EventsCommand(around));
        commands.put("sync", () -> new Sync(around));
        commands.put("approve", () -> new Approve(around));
        commands.put("reject", () -> new Reject(around));
        commands.put("rollback", () -> new Rollback(around));
        commands.put("pause", () -> new PauseRollout(around));
        commands.put("resume", () -> new Resume(around));
        commands.put("freeze", () -> new Freeze(around));
        commands.put("break-glass", () -> new BreakGlass(around));
        commands.put("promote", () -> new Promote(around));
        commands.put("lift-quarantine", () -> new LiftQuarantine(around));
        commands.putAll(offline(around));
        commands.put("batch", () -> new Batch(around, offline(around).keySet(), Dabba::run));
        commands.put("completion", () -> new Completion(around));
        commands.put("complete", () -> new Complete(around));
        commands.put("help", () -> new Help(around));
        return commands;
    }

    /** Those that need nothing but their input; batch answers with them. */
    private static Map<String, Supplier<Object>> offline(Surroundings around) {
        var commands = new LinkedHashMap<String, Supplier<Object>>();
        commands.put("health", () -> new HealthCommand(around));
        commands.put("appset", () -> appset(around));
        commands.put("render", () -> new RenderCommand(around));
        commands.put("substitute", () -> new SubstituteCommand(around));
        commands.put("diff", () -> new DiffCommand(around));
        commands.put("webhook", () -> webhook(around));
        commands.put("plan", () -> new PlanCommand(around));
        commands.put("retry", () -> retry(around));
        return commands;
    }

    private static CommandLine retry(Surroundings around) {
        return new CommandLine(new Retry()).addSubcommand(new RetryEval(around));
    }

    private static CommandLine appset(Surroundings around) {
        return new CommandLine(new Appset()).addSubcommand(new AppsetRender(around));
    }

    private static CommandLine webhook(Surroundings around) {
        return new CommandLine(new Webhook()).addSubcommand(new WebhookParse(around));
    }

    private static CommandLine schemas(Surroundings around) {
        return new CommandLine(new Schemas()).addSubcommand(new SchemasRegister(around));
    }

    private static CommandLine bench(Surroundings around) {
        return new CommandLine(new Bench()).addSubcommand(new BenchDelivery(around));
    }

    private static CommandLine app(Surroundings around) {
        return new CommandLine(new App())
                .addSubcommand(new AppList(around))
                .addSubcommand(new AppGet(around))
                .addSubcommand(new AppHistory(around))
                .addSubcommand(new AppWait(around))
                .addSubcommand(new Sync(around))
                .addSubcommand(new Terminate(around))
                .addSubcommand(new Rollback(around));
    }
}

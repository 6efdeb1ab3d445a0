package io.dabbawala.cli.offline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.cli.answer.CommandFailed;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.reconciler.HealthScriptFolder;
import io.dabbawala.reconciler.health.Health;
import io.dabbawala.reconciler.health.HealthRules;
import io.dabbawala.reconciler.health.ObjectHealth;
import io.dabbawala.reconciler.health.expression.ExpressionHealth;
import io.dabbawala.reconciler.health.expression.HealthCheck;
import io.dabbawala.reconciler.health.kstatus.Kstatus;
import io.dabbawala.reconciler.health.kstatus.ObjectStatus;
import io.dabbawala.reconciler.health.script.HealthScripts;
import io.dabbawala.reconciler.health.script.LuaScript;
import io.dabbawala.reconciler.health.script.ScriptedHealth;
import io.dabbawala.reconciler.object.LiveObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose rules judge. */
final class HealthOptions {

    enum Rules {
        argo,
        kstatus
    }

    /** What the rules say, in their own words. */
    record Judged(String health, String message, boolean isGood) {}

    /** Empty: no opinion. */
    @FunctionalInterface
    interface Judge {

        Optional<Judged> of(LiveObject object);
    }

    @Option(
            names = "--rules",
            paramLabel = "RULES",
            defaultValue = "argo",
            description = "argo (as Argo CD judges) or kstatus (as Flux does).")
    private Rules rules = Rules.argo;

    @Option(
            names = "--lua",
            paramLabel = "DIR_OR_FILE",
            description = {
                "Argo CD's customisations: a folder of GROUP/KIND/health.lua (_ is a wildcard) that",
                "comes before the rules of the kinds, or one script that alone answers."
            })
    private @Nullable Path lua;

    @Option(
            names = "--cel",
            paramLabel = "FILE",
            description = {
                "Flux's healthCheckExprs: a list of apiVersion, kind, inProgress, failed and current.",
                "They come before all other rules for their kinds."
            })
    private @Nullable String cel;

    /**
     * @param configured scripts that come before those of a folder
     */
    Judge judge(List<HealthScripts> configured, Surroundings around, Instant now) {
        var expressions = cel == null ? null : expressions(Input.of(cel, around));
        return switch (rules) {
            case argo -> {
                var asked = argo(configured, around, now, expressions);
                yield object -> asked.assess(object).map(HealthOptions::judged);
            }
            case kstatus ->
                    object ->
                            Optional.of(
                                    judged(
                                            stated(expressions, object)
                                                    .orElseGet(() -> Kstatus.of(object, now))));
        };
    }

    private HealthRules argo(
            List<HealthScripts> configured,
            Surroundings around,
            Instant now,
            @Nullable ExpressionHealth expressions) {
        if (lua != null && !Files.isDirectory(lua)) {
            var script = LuaScript.of(new String(Input.of(lua.toString(), around).bytes(), UTF_8));
            return object -> script.judge(object.content(), now);
        }
        var sources = new ArrayList<>(configured);
        if (lua != null) {
            sources.add(new HealthScriptFolder(lua));
        }
        var scripts = new ScriptedHealth(sources, Clock.fixed(now, ZoneOffset.UTC));
        return new ObjectHealth(
                object ->
                        stated(expressions, object)
                                .map(ObjectStatus::asHealth)
                                .or(() -> scripts.assess(object)));
    }

    private static Optional<ObjectStatus> stated(
            @Nullable ExpressionHealth expressions, LiveObject object) {
        return expressions == null ? Optional.empty() : expressions.of(object);
    }

    private static ExpressionHealth expressions(Input input) {
        try {
            return new ExpressionHealth(input.objects().stream().map(HealthCheck::of).toList());
        } catch (IllegalArgumentException e) {
            throw CommandFailed.input("%s: %s".formatted(input.name(), e.getMessage()));
        }
    }

    private static Judged judged(Health health) {
        return new Judged(
                health.status().word(), health.message(), health.status() == Health.Status.HEALTHY);
    }

    private static Judged judged(ObjectStatus status) {
        return new Judged(
                status.state().word(),
                status.message(),
                status.state() == ObjectStatus.State.CURRENT);
    }
}

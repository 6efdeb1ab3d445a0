package io.dabbawala.cli.offline;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.reconciler.HealthScriptFolder;
import io.dabbawala.reconciler.health.Health;
import io.dabbawala.reconciler.health.HealthRules;
import io.dabbawala.reconciler.health.ObjectHealth;
import io.dabbawala.reconciler.health.kstatus.Kstatus;
import io.dabbawala.reconciler.health.kstatus.ObjectStatus;
import io.dabbawala.reconciler.health.script.LuaScript;
import io.dabbawala.reconciler.health.script.ScriptedHealth;
import io.dabbawala.reconciler.plan.Json;
import io.dabbawala.reconciler.plan.LiveObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "health",
        description = {
            "Says how objects are, by their status.",
            "health is null where the rules have no opinion. With --exit-code it ends with 1 unless"
                    + " all are Healthy (Current) or without an opinion."
        },
        footer = {
            "kubectl get deploy,pods -o yaml | dabba health -o table",
            "dabba health --lua resource_customizations --at 2026-11-08T18:30:00+05:30 objects.yaml"
        })
public final class HealthCommand implements Callable<Integer> {

    enum Rules {
        argo,
        kstatus
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
                "Argo CD's customisations: a folder of GROUP/KIND/health.lua (_ is a wildcard) that comes"
                        + " before the rules of the kinds, or one script that alone answers."
            })
    private @Nullable Path lua;

    @Mixin private FileParameter file = new FileParameter();
    @Mixin private AtOption at = new AtOption();
    @Mixin private Answers answers = new Answers();
    private final Surroundings around;

    public HealthCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var now = at.instant(around);
        return answers.each(
                file.read(around),
                around,
                switch (rules) {
                    case argo -> {
                        var asked = argo(now);
                        yield answering(object -> answer(object, asked));
                    }
                    case kstatus -> answering(object -> answer(object, Kstatus.of(object, now)));
                });
    }

    private HealthRules argo(Instant now) {
        if (lua == null) {
            return ObjectHealth.BUILT_IN;
        }
        if (Files.isDirectory(lua)) {
            return new ObjectHealth(
                    new ScriptedHealth(
                            new HealthScriptFolder(lua), Clock.fixed(now, ZoneOffset.UTC)));
        }
        var script = LuaScript.of(new String(Input.of(lua.toString(), around).bytes(), UTF_8));
        return object -> script.judge(object.content(), now);
    }

    private static Function<JsonNode, Answer> answering(Function<LiveObject, Answer> rule) {
        return document ->
                document.isObject()
                        ? rule.apply(LiveObject.of(Json.object(CanonicalJson.of(document))))
                        : Answer.error("not an object: " + document);
    }

    private static Answer answer(LiveObject object, HealthRules rules) {
        return rules.assess(object)
                .map(
                        health ->
                                line(
                                        object,
                                        health.status().word(),
                                        health.message(),
                                        health.status() == Health.Status.HEALTHY))
                .orElseGet(() -> line(object, null, "", true));
    }

    private static Answer answer(LiveObject object, ObjectStatus status) {
        return line(
                object,
                status.state().word(),
                status.message(),
                status.state() == ObjectStatus.State.CURRENT);
    }

    private static Answer line(
            LiveObject object, @Nullable String health, String message, boolean isGood) {
        var ref = object.ref();
        return new Answer(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("apiVersion", ref.apiVersion())
                        .put("kind", ref.kind())
                        .put("namespace", ref.namespace())
                        .put("name", ref.name())
                        .put("health", health)
                        .put("message", message),
                isGood);
    }
}

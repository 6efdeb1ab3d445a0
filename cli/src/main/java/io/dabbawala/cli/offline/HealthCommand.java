package io.dabbawala.cli.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.reconciler.health.script.ConfiguredScripts;
import io.dabbawala.reconciler.health.script.HealthScripts;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.LiveObject;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin private HealthOptions options = new HealthOptions();
    @Mixin private ArgoSettingsOption settings = new ArgoSettingsOption();
    @Mixin private FileParameter file = new FileParameter();
    @Mixin private AtOption at = new AtOption();
    @Mixin private Answers answers = new Answers();
    private final Surroundings around;

    public HealthCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var judge = options.judge(scripts(), around, at.instant(around));
        return answers.each(file.read(around), around, document -> answer(document, judge));
    }

    private List<HealthScripts> scripts() {
        try {
            return settings.<HealthScripts>read(ConfiguredScripts::of, answers, around).stream()
                    .toList();
        } catch (IllegalArgumentException e) {
            throw answers.refused(e.getMessage(), around);
        }
    }

    private static Answer answer(JsonNode document, HealthOptions.Judge judge) {
        if (!document.isObject()) {
            return Answer.error("not an object: " + document);
        }
        var object = LiveObject.of(Json.object(CanonicalJson.of(document)));
        var ref = object.ref();
        var line =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("apiVersion", ref.apiVersion())
                        .put("kind", ref.kind())
                        .put("namespace", ref.namespace())
                        .put("name", ref.name());
        return judge.of(object)
                .map(
                        one ->
                                new Answer(
                                        line.put("health", one.health())
                                                .put("message", one.message()),
                                        one.isGood()))
                .orElseGet(() -> Answer.of(line.putNull("health").put("message", "")));
    }
}

package io.dabbawala.cli.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.cli.answer.CommandFailed;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.gitwatcher.substitute.BadSubstitution;
import io.dabbawala.gitwatcher.substitute.PostBuild;
import io.dabbawala.gitwatcher.substitute.Variables;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "substitute",
        description = {
            "Replaces $${variables} in manifests, as a Flux Kustomization's postBuild does.",
            "A quoted \"$${port}\" becomes a number when port is one; nothing happens without any"
                    + " variable."
        },
        footer = {
            "dabba substitute --vars vars.yaml deployment.yaml",
            "kustomize build prod | dabba substitute --vars vars.yaml --strict"
        })
public final class SubstituteCommand implements Callable<Integer> {

    @Option(
            names = "--vars",
            paramLabel = "FILE",
            required = true,
            description = "YAML or JSON: a map of names to text.")
    private String vars = "";

    @Option(
            names = "--strict",
            description = "A name without a value and without a default is an error.")
    private boolean strict;

    @Mixin private FileParameter file = new FileParameter();
    @Mixin private Answers answers = new Answers();
    private final Surroundings around;

    public SubstituteCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var variables = variables();
        return answers.each(
                file.read(around), around, manifest -> substituted(manifest, variables));
    }

    private static Answer substituted(JsonNode manifest, Variables variables) {
        try {
            return PostBuild.of(manifest, variables) instanceof ObjectNode object
                    ? Answer.of(object)
                    : Answer.error("the result is no object");
        } catch (BadSubstitution e) {
            return Answer.error(e.reason());
        }
    }

    private Variables variables() {
        var values = new TreeMap<String, String>();
        for (var document : answers.documents(Input.of(vars, around), around)) {
            if (!document.isObject()) {
                throw CommandFailed.input(vars + ": a map of names to text is expected");
            }
            for (var member : document.properties()) {
                if (!member.getValue().isValueNode()) {
                    throw CommandFailed.input(
                            "%s: the value of %s must be text".formatted(vars, member.getKey()));
                }
                values.put(member.getKey(), member.getValue().asText(""));
            }
        }
        return new Variables(values, strict, false);
    }
}

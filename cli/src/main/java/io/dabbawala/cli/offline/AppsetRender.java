package io.dabbawala.cli.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.gitwatcher.generate.ApplicationSet;
import io.dabbawala.gitwatcher.generate.Generated;
import io.dabbawala.gitwatcher.generate.Generation;
import io.dabbawala.gitwatcher.generate.generator.Outlook;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.generate.parameter.GoJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "render",
        description = {
            "Prints the applications an ApplicationSet generates, one each.",
            "With --parameters it prints what its templates are filled with instead."
        },
        footer = {
            "dabba appset render set.yaml --clusters clusters.yaml --repo .",
            "dabba appset render set.yaml --repo . --parameters -o yaml"
        })
public final class AppsetRender implements Callable<Integer> {

    @Mixin private FileParameter file = new FileParameter();

    @Option(
            names = "--clusters",
            paramLabel = "FILE",
            description = "Secrets of clusters; without it there is the local cluster alone.")
    private @Nullable String clusters;

    @Mixin private RepositoryOption repository = new RepositoryOption();

    @Option(
            names = "--pull-requests",
            paramLabel = "FILE",
            description = "Open pull requests, as their forge lists them.")
    private @Nullable String pulls;

    @Option(names = "--parameters", description = "Print the parameter sets.")
    private boolean parameters;

    @Mixin private Answers answers = new Answers();
    private final Surroundings around;

    public AppsetRender(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var sets =
                answers.documents(file.read(around), around).stream()
                        .filter(ApplicationSet::isOne)
                        .map(ApplicationSet::new)
                        .toList();
        if (sets.isEmpty()) {
            throw answers.refused("there is no ApplicationSet", around);
        }
        var outlook = outlook();
        var lines = new ArrayList<Answer>();
        try {
            for (var set : sets) {
                lines.addAll(parameters ? parameters(set, outlook) : applications(set, outlook));
            }
        } catch (CannotGenerate e) {
            return answers.whole(List.of(Answer.error(e.getMessage())), around);
        }
        return answers.whole(lines, around);
    }

    private Outlook outlook() {
        return new FilesOutlook(
                clusters == null ? List.of() : documents(clusters),
                repository,
                Optional.ofNullable(pulls).map(this::documents));
    }

    private List<JsonNode> documents(String name) {
        return answers.documents(Input.of(name, around), around);
    }

    private static List<Answer> parameters(ApplicationSet set, Outlook outlook)
            throws CannotGenerate {
        return Generation.parameters(set, outlook).stream()
                .map(
                        one -> {
                            var line = JsonNodeFactory.instance.objectNode();
                            line.put("generator", one.generator());
                            line.set("parameters", GoJson.tree(one.parameters().values()));
                            return Answer.of(line);
                        })
                .toList();
    }

    private List<Answer> applications(ApplicationSet set, Outlook outlook) throws CannotGenerate {
        return switch (Generation.of(set, outlook)) {
            case Generated.Failed(var reason) -> throw new CannotGenerate(reason);
            case Generated.Applications(var all, var notes) -> {
                notes.forEach(note -> around.terminal().err().println("dabba: " + note));
                yield all.stream().map(one -> Answer.of((ObjectNode) one)).toList();
            }
        };
    }
}

package io.dabbawala.cli.offline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.Found;
import io.dabbawala.reconciler.object.Json;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** What holds for all applications of an Argo CD. */
final class ArgoSettingsOption {

    private static final String NONE = "";

    @Option(
            names = "--argo-settings",
            paramLabel = "FILE",
            description = {
                "Argo CD's ConfigMap argocd-cm: how it tracks, what it ignores,",
                "the kinds it looks at, the types of fields it knows, its health customisations."
            })
    private String file = NONE;

    /**
     * Empty if no file is named.
     *
     * @param reader of the ConfigMap as a tree, and of those of its values that are YAML
     * @throws IllegalArgumentException if a value cannot be read; it is named
     */
    <T> Optional<T> read(
            BiFunction<Object, Function<String, Object>, T> reader,
            Answers answers,
            Surroundings around) {
        return answers.objects(file, around).stream()
                .findFirst()
                .map(configMap -> reader.apply(configMap, this::yaml));
    }

    /** A value of nothing but comments says nothing. The elements of a list come one by one. */
    private Object yaml(String text) {
        var documents = new Input(file, text.getBytes(UTF_8)).documents();
        var trees = documents.stream().map(ArgoSettingsOption::tree).toList();
        if (isList(text)) {
            return trees;
        }
        return trees.isEmpty() ? Map.of() : trees.getFirst();
    }

    private static boolean isList(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.equals("---"))
                .findFirst()
                .filter(line -> line.startsWith("[") || line.equals("-") || line.startsWith("- "))
                .isPresent();
    }

    private static Object tree(Found document) {
        return switch (document) {
            case Found.Readable(var value, _) -> Json.tree(CanonicalJson.of(value));
            case Found.Unreadable(var problem) ->
                    throw new IllegalArgumentException(Answers.said(problem));
        };
    }
}

package io.dabbawala.cli.offline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.gitwatcher.declare.KustomizationPreview;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.Found;
import io.dabbawala.reconciler.plan.ArgoSettings;
import io.dabbawala.reconciler.plan.Json;
import io.dabbawala.reconciler.preview.PreviewedApplication;
import java.util.Map;
import picocli.CommandLine.Option;

/** The application a command is about, and what holds for all applications. */
final class ApplicationOption {

    private static final String NONE = "";

    @Option(
            names = "--application",
            paramLabel = "FILE",
            description = {
                "The Application: its name, destination, options and what it ignores.",
                "Or the Flux Kustomization: then its stages, marks and inventory labels count."
            })
    private String application = NONE;

    @Option(
            names = "--argo-settings",
            paramLabel = "FILE",
            description = {
                "Argo CD's ConfigMap argocd-cm: how it tracks, what it ignores,",
                "and the kinds it looks at."
            })
    private String settings = NONE;

    /**
     * @throws IllegalArgumentException if a field has a wrong type; it is named
     */
    PreviewedApplication read(Answers answers, Surroundings around) {
        var named =
                answers.objects(application, around).stream()
                        .findFirst()
                        .map(ApplicationOption::application)
                        .orElse(PreviewedApplication.NONE);
        return answers.objects(settings, around).stream()
                .findFirst()
                .map(configMap -> ArgoSettings.of(configMap, this::yaml))
                .map(named::under)
                .orElse(named);
    }

    private static PreviewedApplication application(Map<String, Object> document) {
        return KustomizationPreview.of(CanonicalJson.parse(Json.write(document)))
                .map(one -> PreviewedApplication.ofKustomization(one.key(), one.spec()))
                .orElseGet(() -> PreviewedApplication.of(document));
    }

    /** A value of nothing but comments says nothing. The elements of a list come one by one. */
    private Object yaml(String text) {
        var documents = new Input(settings, text.getBytes(UTF_8)).documents();
        var trees = documents.stream().map(ApplicationOption::tree).toList();
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

package io.dabbawala.cli.offline;

import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.gitwatcher.declare.KustomizationPreview;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.reconciler.application.ArgoSettings;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.preview.PreviewedApplication;
import java.util.Map;
import picocli.CommandLine.Mixin;
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

    @Mixin private ArgoSettingsOption settings = new ArgoSettingsOption();

    /**
     * @throws IllegalArgumentException if a field has a wrong type; it is named
     */
    PreviewedApplication read(Answers answers, Surroundings around) {
        var named =
                answers.objects(application, around).stream()
                        .findFirst()
                        .map(ApplicationOption::application)
                        .orElse(PreviewedApplication.NONE);
        return settings.read(ArgoSettings::of, answers, around).map(named::under).orElse(named);
    }

    private static PreviewedApplication application(Map<String, Object> document) {
        return KustomizationPreview.of(CanonicalJson.parse(Json.write(document)))
                .map(one -> PreviewedApplication.ofKustomization(one.key(), one.spec()))
                .orElseGet(() -> PreviewedApplication.of(document));
    }
}

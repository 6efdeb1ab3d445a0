package io.dabbawala.gitwatcher.source;

import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A chart in Git and everything its rendering reads. */
final class Chart {

    static final String FILE = "Chart.yaml";

    private final Ingredient ingredient;
    private final Helm helm;
    private final ValueFiles files;

    Chart(Ingredient ingredient, Helm helm) {
        this.ingredient = ingredient;
        this.helm = helm;
        files = new ValueFiles(ingredient);
    }

    /** The ids of the chart and of the files that lie outside of it. */
    Map<String, String> ids() {
        var ids = new TreeMap<String, String>();
        ids.put(ingredient.path(), ingredient.snapshot().idOf(ingredient.path()));
        for (var named : named()) {
            files.ids(named).forEach(ids::put);
        }
        return ids;
    }

    Job job() throws UnreadableSource {
        var checkout = new Checkout();
        checkout.add(ingredient.snapshot(), ingredient.path());
        var values = new ArrayList<String>();
        for (var named : helm.valueFiles()) {
            values.addAll(placed(checkout, named, helm.ignoresMissingValueFiles()));
        }
        if (!helm.values().isBlank()) {
            values.add("values/values.yaml");
            checkout.add("values/values.yaml", helm.values());
        }
        var texts = new ArrayList<Helm.Parameter>();
        for (var parameter : helm.fileParameters()) {
            var path = placed(checkout, parameter.value(), false).getFirst();
            texts.add(new Helm.Parameter(parameter.name(), path, true));
        }
        var release = ingredient.release();
        return new Job.Template(
                withTexts(checkout, texts),
                FilePath.in(Checkout.SOURCE, ingredient.path()),
                helm.releaseName().isEmpty() ? release.name() : helm.releaseName(),
                helm.namespace().isEmpty() ? release.namespace() : helm.namespace(),
                values,
                parameters(),
                texts,
                helm.skipCrds(),
                helm.kubeVersion(),
                helm.apiVersions());
    }

    private List<String> placed(Checkout checkout, String named, boolean mayBeMissing)
            throws UnreadableSource {
        var found = files.find(named);
        if (found.isEmpty() && !mayBeMissing) {
            throw new UnreadableSource(
                    Problem.of(ingredient.path(), "there is no file %s".formatted(named)));
        }
        var paths = new ArrayList<String>();
        for (var file : found) {
            checkout.add(file.under(), file.snapshot(), file.entry());
            paths.add(FilePath.in(file.under(), file.entry().path()));
        }
        return paths;
    }

    /** Text that must stay text is given as a file. */
    private Map<String, Checkout.Content> withTexts(Checkout checkout, List<Helm.Parameter> texts) {
        for (var parameter : helm.parameters()) {
            if (parameter.forceString()) {
                var path = "parameters/" + texts.size();
                checkout.add(path, ingredient.environment().expand(parameter.value()));
                texts.add(new Helm.Parameter(parameter.name(), path, true));
            }
        }
        return checkout.files();
    }

    private List<Helm.Parameter> parameters() {
        return helm.parameters().stream()
                .filter(parameter -> !parameter.forceString())
                .map(
                        parameter ->
                                new Helm.Parameter(
                                        parameter.name(),
                                        escaped(ingredient.environment().expand(parameter.value())),
                                        false))
                .toList();
    }

    /** A comma would begin the next parameter, unless the value is a list in braces. */
    private static String escaped(String value) {
        return value.startsWith("{") && value.endsWith("}")
                ? value
                : value.replaceAll("(?<!\\\\),", "\\\\,");
    }

    private List<String> named() {
        var named = new ArrayList<>(helm.valueFiles());
        helm.fileParameters().forEach(parameter -> named.add(parameter.value()));
        return named;
    }
}

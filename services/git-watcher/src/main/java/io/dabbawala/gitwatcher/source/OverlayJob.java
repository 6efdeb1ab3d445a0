package io.dabbawala.gitwatcher.source;

import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An overlay with what an Argo CD application changes about it. */
final class OverlayJob {

    private final Ingredient ingredient;
    private final Kustomize kustomize;
    private final Overlay overlay;

    OverlayJob(Ingredient ingredient, Kustomize kustomize) {
        this.ingredient = ingredient;
        this.kustomize = withPresentComponents(ingredient, kustomize);
        overlay = Overlay.of(ingredient.snapshot(), ingredient.path(), added(), false);
    }

    Map<String, String> ids() {
        return overlay.ids();
    }

    Job job() throws UnreadableSource {
        var checkout = overlay.checkout();
        if (!kustomize.equals(Kustomize.PLAIN)) {
            var file = Overlay.fileIn(ingredient.snapshot(), ingredient.path()).orElseThrow();
            var kustomization = Overlay.read(ingredient.snapshot(), file);
            new KustomizationEdit(file.path(), kustomization)
                    .apply(kustomize, ingredient.environment());
            checkout.add(
                    FilePath.in(Checkout.SOURCE, file.path()), CanonicalJson.of(kustomization));
        }
        return new Job.Build(checkout.files(), FilePath.in(Checkout.SOURCE, ingredient.path()));
    }

    private List<String> added() {
        return kustomize.components().paths().stream()
                .map(path -> FilePath.resolve(ingredient.path(), path))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Kustomize withPresentComponents(Ingredient ingredient, Kustomize kustomize) {
        var components = kustomize.components();
        if (!components.ignoresMissing()) {
            return kustomize;
        }
        var present =
                components.paths().stream()
                        .filter(
                                path ->
                                        FilePath.resolve(ingredient.path(), path)
                                                .flatMap(ingredient.snapshot()::folderId)
                                                .isPresent())
                        .toList();
        return kustomize.with(new Kustomize.Components(present, false));
    }
}

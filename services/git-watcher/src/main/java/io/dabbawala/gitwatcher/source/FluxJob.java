package io.dabbawala.gitwatcher.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder with what a Flux Kustomization changes about it, as one overlay. */
final class FluxJob {

    private final Ingredient ingredient;
    private final FluxBuild flux;
    private final GeneratedKustomization generated;
    private final Overlay overlay;

    FluxJob(Ingredient ingredient, FluxBuild flux) {
        this.ingredient = ingredient;
        this.flux = flux;
        generated = new GeneratedKustomization(ingredient.snapshot(), ingredient.path());
        overlay = Overlay.of(ingredient.snapshot(), ingredient.path(), folders(), true);
    }

    Map<String, String> ids() {
        return overlay.ids();
    }

    /** Empty for a folder that holds nothing to apply. */
    Optional<Job> job() throws UnreadableSource {
        var checkout = overlay.checkout();
        var snapshot = ingredient.snapshot();
        var file = Overlay.fileIn(snapshot, ingredient.path());
        var kustomization =
                file.isPresent() ? Overlay.read(snapshot, file.get()) : generated.value();
        if (file.isEmpty() && kustomization.path("resources").isEmpty()) {
            return Optional.empty();
        }
        apply(kustomization);
        var name = file.map(entry -> entry.path()).orElseGet(generated::path);
        checkout.add(FilePath.in(Checkout.SOURCE, name), CanonicalJson.of(kustomization));
        return Optional.of(
                new Job.Build(checkout.files(), FilePath.in(Checkout.SOURCE, ingredient.path())));
    }

    private void apply(ObjectNode kustomization) throws UnreadableSource {
        set(kustomization, "namespace", flux.names().namespace());
        set(kustomization, "namePrefix", flux.names().prefix());
        set(kustomization, "nameSuffix", flux.names().suffix());
        for (var patch : flux.patches()) {
            list(kustomization, "patches").add(patch);
        }
        for (var component : flux.components().paths()) {
            refuseElsewhere(component);
            if (isThere(component) || !flux.components().ignoresMissing()) {
                list(kustomization, "components").add(component);
            }
        }
        flux.images().forEach(image -> merge(list(kustomization, "images"), image));
    }

    private static void set(ObjectNode kustomization, String member, String value) {
        if (!value.isEmpty()) {
            kustomization.put(member, value);
        }
    }

    /** Tag and digest are one choice; whoever sets one takes the other away. */
    private static void merge(ArrayNode images, JsonNode image) {
        for (var known : images) {
            if (known instanceof ObjectNode one && known.path("name").equals(image.path("name"))) {
                if (image.hasNonNull("newName")) {
                    one.set("newName", image.path("newName"));
                }
                if (image.hasNonNull("newTag") || image.hasNonNull("digest")) {
                    one.remove(List.of("newTag", "digest"));
                    one.setAll(versionOf(image));
                }
                return;
            }
        }
        images.add(image.deepCopy());
    }

    private static ObjectNode versionOf(JsonNode image) {
        var version = JsonNodeFactory.instance.objectNode();
        for (var member : List.of("newTag", "digest")) {
            if (image.hasNonNull(member)) {
                version.set(member, image.path(member));
            }
        }
        return version;
    }

    /** Other folders it is made of: components, and overlays that are resources as a whole. */
    private List<String> folders() {
        var folders = new ArrayList<>(components());
        try {
            if (Overlay.fileIn(ingredient.snapshot(), ingredient.path()).isEmpty()) {
                folders.addAll(generated.overlays());
            }
        } catch (UnreadableSource _) {
            return folders; // told when it is rendered
        }
        return folders;
    }

    private List<String> components() {
        return flux.components().paths().stream()
                .filter(path -> isThere(path) || !flux.components().ignoresMissing())
                .map(path -> FilePath.resolve(ingredient.path(), path))
                .flatMap(Optional::stream)
                .toList();
    }

    private boolean isThere(String component) {
        return FilePath.resolve(ingredient.path(), component)
                .flatMap(ingredient.snapshot()::folderId)
                .isPresent();
    }

    private void refuseElsewhere(String component) throws UnreadableSource {
        if (component.startsWith("/") || component.contains("://")) {
            throw new UnreadableSource(
                    Problem.of(
                            ingredient.path(),
                            "component path '%s' must be local and relative".formatted(component)));
        }
    }

    private static ArrayNode list(ObjectNode object, String member) {
        return object.path(member) instanceof ArrayNode present ? present : object.putArray(member);
    }
}

package io.dabbawala.gitwatcher.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * The kustomization of a folder that has none, as Flux generates it: all YAML files below, and
 * folders with a kustomization of their own as a whole.
 */
record GeneratedKustomization(Snapshot snapshot, String folder) {

    /** What Flux leaves out of every source: files and folders of other programs. */
    private static final Set<String> IGNORED =
            Set.of(
                    ".github",
                    ".circleci",
                    ".travis.yml",
                    ".gitlab-ci.yml",
                    "appveyor.yml",
                    ".drone.yml",
                    "cloudbuild.yaml",
                    "codeship-services.yml",
                    "codeship-steps.yml",
                    ".goreleaser.yml",
                    ".sops.yaml",
                    ".flux.yaml");

    String path() {
        return FilePath.in(folder, Overlay.FILES.getFirst());
    }

    /** The folders below with a kustomization of their own. */
    Set<String> overlays() throws UnreadableSource {
        var overlays = new TreeSet<String>();
        for (var entry : snapshot.below(folder)) {
            var slash = entry.path().lastIndexOf('/');
            if (Overlay.FILES.contains(entry.path().substring(slash + 1))) {
                overlays.add(entry.path().substring(0, Math.max(0, slash)));
            }
        }
        return overlays;
    }

    ObjectNode value() throws UnreadableSource {
        var entries = snapshot.below(folder);
        var overlays = overlays();
        var resources = new TreeSet<String>();
        for (var entry : entries) {
            var around =
                    overlays.stream()
                            .filter(overlay -> FilePath.isBelow(overlay, entry.path()))
                            .findFirst();
            if (around.isPresent()) {
                resources.add(relative(around.get()));
            } else if (isResource(entry.path())) {
                resources.add(relative(entry.path()));
            }
        }
        var kustomization = JsonNodeFactory.instance.objectNode();
        kustomization.put("apiVersion", "kustomize.config.k8s.io/v1beta1");
        kustomization.put("kind", "Kustomization");
        resources.forEach(kustomization.putArray("resources")::add);
        return kustomization;
    }

    private static boolean isResource(String path) {
        return (path.endsWith(".yaml") || path.endsWith(".yml"))
                && Arrays.stream(path.split("/")).noneMatch(IGNORED::contains);
    }

    private String relative(String path) {
        return "./" + (folder.isEmpty() ? path : path.substring(folder.length() + 1));
    }
}

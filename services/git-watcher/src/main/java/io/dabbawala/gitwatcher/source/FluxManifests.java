package io.dabbawala.gitwatcher.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.gitwatcher.render.Manifest;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import io.dabbawala.gitwatcher.substitute.BadSubstitution;
import io.dabbawala.gitwatcher.substitute.PostBuild;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Flux does to built manifests: common metadata first, then variables. */
record FluxManifests(FluxBuild flux) {

    List<Manifest> of(List<Manifest> built) throws UnreadableSource {
        var manifests = new ArrayList<Manifest>();
        for (var manifest : built) {
            manifests.add(of(manifest));
        }
        return manifests;
    }

    private Manifest of(Manifest manifest) throws UnreadableSource {
        if (manifest.kind().equals("Secret") && manifest.value().has("sops")) {
            throw refused(manifest, "is SOPS encrypted, and nothing is decrypted here");
        }
        var value = manifest.value().deepCopy();
        add(value, "labels", flux.metadata().labels());
        add(value, "annotations", flux.metadata().annotations());
        try {
            return new Manifest(
                    PostBuild.of(value, flux.variables()), manifest.file(), manifest.line());
        } catch (BadSubstitution e) {
            throw refused(manifest, e.reason());
        }
    }

    private static void add(JsonNode manifest, String member, Map<String, String> pairs) {
        if (!pairs.isEmpty() && manifest.path("metadata") instanceof ObjectNode metadata) {
            var all =
                    metadata.path(member) instanceof ObjectNode present
                            ? present
                            : metadata.putObject(member);
            pairs.forEach(all::put);
        }
    }

    private static UnreadableSource refused(Manifest manifest, String reason) {
        return new UnreadableSource(
                Problem.of(
                        manifest.file(),
                        "%s %s: %s".formatted(manifest.kind(), manifest.name(), reason)));
    }
}

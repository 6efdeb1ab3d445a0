package io.dabbawala.gitwatcher.render;

import java.util.List;

/** What the metadata of every manifest has to be like. */
final class Metadata {

    static void check(Manifest manifest) throws UnreadableSource {
        var metadata = manifest.value().path("metadata");
        if (metadata.has("namespace") && !metadata.path("namespace").isTextual()) {
            throw manifest.refused("metadata.namespace must be text");
        }
        if (metadata.has("name") && !metadata.path("name").isTextual()) {
            throw manifest.nameless();
        }
        for (var member : List.of("labels", "annotations")) {
            for (var one : metadata.path(member).properties()) {
                if (!one.getValue().isTextual() && !one.getValue().isNull()) {
                    throw manifest.refused(
                            "metadata.%s contains non-string value in the map under key \"%s\""
                                    .formatted(member, one.getKey()));
                }
            }
        }
        var named = ObjectName.problem(manifest);
        if (named.isPresent()) {
            throw manifest.refused(named.get());
        }
    }

    private Metadata() {}
}

package io.dabbawala.testkit.twin.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.schema.Kind;

/** What a body must say about itself to be taken for the object of the request. */
final class Names {

    private Names() {}

    static void checkKind(Kind kind, ObjectNode body) {
        var said = body.path("kind").asText(kind.name());
        var version = body.path("apiVersion").asText(kind.apiVersion());
        if (!said.equals(kind.name()) || !version.equals(kind.apiVersion())) {
            throw Refusal.badRequest(
                    "%s in version \"%s\" cannot be handled as a %s: the API version in the data (%s, Kind=%s) does not match the expected API version (%s, Kind=%s)"
                            .formatted(
                                    said,
                                    version.substring(version.indexOf('/') + 1),
                                    kind.name(),
                                    version,
                                    said,
                                    kind.apiVersion(),
                                    kind.name()));
        }
    }

    /** The name and, written into the object, what the request says about it. */
    static String given(Target target, ObjectNode object) {
        var metadata = object.withObject("/metadata");
        var name = metadata.path("name").asText("");
        var prefix = metadata.path("generateName").asText("");
        if (name.isEmpty() && !prefix.isEmpty()) {
            name = Identity.generatedName(prefix);
        }
        if (name.isEmpty()) {
            name = target.name();
        }
        if (!target.name().isEmpty() && !target.name().equals(name)) {
            throw Refusal.badRequest(
                    "the name of the object (%s) does not match the name on the URL (%s)"
                            .formatted(name, target.name()));
        }
        var namespace = metadata.path("namespace").asText(target.namespace());
        if (target.kind().namespaced() && !namespace.equals(target.namespace())) {
            throw Refusal.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request");
        }
        if (!name.isEmpty()) {
            metadata.put("name", name);
        }
        return name;
    }
}

package io.dabbawala.gitwatcher.declare.application;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.gitwatcher.render.CanonicalJson;

/**
 * Where an application goes and how: what its declaration says beside the source.
 *
 * @param spec all of it, as canonical JSON; empty if it is not known
 */
public record Target(String project, Destination destination, SyncPolicy syncPolicy, String spec) {

    private static final String DELETION = "deletion";

    /**
     * @param deletion {@code foreground}, {@code background} or {@code orphan}
     */
    public Target withdrawn(String deletion) {
        var said = members();
        said.put(DELETION, deletion);
        return new Target(project, destination, syncPolicy, CanonicalJson.of(said));
    }

    boolean isWithdrawn() {
        return members().has(DELETION);
    }

    private ObjectNode members() {
        return spec.isEmpty()
                ? JsonNodeFactory.instance.objectNode()
                : (ObjectNode) CanonicalJson.parse(spec);
    }
}

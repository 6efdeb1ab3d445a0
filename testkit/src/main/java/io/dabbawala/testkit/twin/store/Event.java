package io.dabbawala.testkit.twin.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** One write: the object as it is now, and as it was. */
public record Event(
        long version, Type type, ObjectKey key, ObjectNode object, Optional<ObjectNode> before) {

    public enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }
}

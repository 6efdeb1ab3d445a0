package io.dabbawala.gitwatcher.render;

import com.fasterxml.jackson.databind.JsonNode;

/** One document of a text that need not hold manifests, or why there is none. */
public sealed interface Found {

    /**
     * @param line where it starts; of an element of a list, where the list starts
     */
    record Readable(JsonNode value, int line) implements Found {}

    record Unreadable(Problem problem) implements Found {}
}

package io.dabbawala.gitwatcher.generate.generator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A generator of generators: each of its children is filled in by itself. */
sealed interface Nest extends Generator permits MatrixGenerator, MergeGenerator {

    static List<JsonNode> children(JsonNode configuration) {
        var children = new ArrayList<JsonNode>();
        configuration.path("generators").forEach(children::add);
        return children;
    }
}

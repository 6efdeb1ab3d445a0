package io.dabbawala.notifier.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** One text or a list of them. */
final class Texts {

    static List<String> of(String path, JsonNode node, List<String> problems) {
        if (node.isTextual()) {
            return List.of(node.textValue());
        }
        if (!node.isArray()
                || !StreamSupport.stream(node.spliterator(), false).allMatch(JsonNode::isTextual)) {
            problems.add(path + ": must be a list of texts");
            return List.of();
        }
        return StreamSupport.stream(node.spliterator(), false).map(JsonNode::textValue).toList();
    }

    private Texts() {}
}

package io.dabbawala.testkit.twin.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays an applied configuration over a live object. Nothing is removed here. */
public final class Merge {

    private Merge() {}

    public static JsonNode of(Schema schema, JsonNode live, JsonNode applied) {
        if (Shapes.isAtomic(schema) || live.getNodeType() != applied.getNodeType()) {
            return applied;
        }
        if (applied.isObject()) {
            return objects(schema, (ObjectNode) live, applied);
        }
        return schema instanceof Schema.Items list ? lists(list, live, applied) : applied;
    }

    private static ObjectNode objects(Schema schema, ObjectNode live, JsonNode applied) {
        var merged = live.objectNode();
        merged.setAll(live);
        applied.properties()
                .forEach(
                        field -> {
                            var before = live.get(field.getKey());
                            merged.set(
                                    field.getKey(),
                                    before == null
                                            ? field.getValue()
                                            : of(
                                                    Shapes.field(schema, field.getKey()),
                                                    before,
                                                    field.getValue()));
                        });
        return merged;
    }

    /**
     * Applied items come in the order they were applied in; items that only the live object has
     * keep their place before the next one both have.
     */
    private static ArrayNode lists(Schema.Items list, JsonNode live, JsonNode applied) {
        Map<String, JsonNode> before = Changes.items(list, live);
        Map<String, JsonNode> after = Changes.items(list, applied);
        List<String> waiting = new ArrayList<>(before.keySet());
        var merged = JsonNodeFactory.instance.arrayNode();
        after.forEach(
                (element, item) -> {
                    var place = waiting.indexOf(element);
                    if (place >= 0) {
                        var ahead = waiting.subList(0, place + 1);
                        ahead.stream()
                                .filter(e -> !after.containsKey(e))
                                .forEach(e -> merged.add(before.get(e)));
                        ahead.clear();
                    }
                    var old = before.get(element);
                    merged.add(old == null ? item : of(list.item(), old, item));
                });
        waiting.stream().filter(e -> !after.containsKey(e)).forEach(e -> merged.add(before.get(e)));
        return merged;
    }
}

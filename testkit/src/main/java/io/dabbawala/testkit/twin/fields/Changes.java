package io.dabbawala.testkit.twin.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dabbawala.testkit.twin.schema.Schema;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;

/** Which fields of an object came, went or have another value. */
public record Changes(FieldSet added, FieldSet modified, FieldSet removed) {

    public static Changes between(Schema schema, JsonNode before, JsonNode after) {
        var changes = new Changes(new FieldSet(), new FieldSet(), new FieldSet());
        new Walk(changes.added, changes.modified, changes.removed).compare(schema, before, after);
        return changes;
    }

    /** What a writer owns by having written this: all that is new or different. */
    public FieldSet written() {
        return added.union(modified);
    }

    private record Walk(FieldSet added, FieldSet modified, FieldSet removed) {

        void compare(Schema schema, JsonNode before, JsonNode after) {
            if (before.equals(after)) {
                return;
            }
            if (Shapes.isAtomic(schema) || before.getNodeType() != after.getNodeType()) {
                modified.include();
            } else if (before.isObject()) {
                compareParts(schema, fields(before), fields(after));
            } else if (schema instanceof Schema.Items list) {
                compareParts(list, items(list, before), items(list, after));
            } else {
                modified.include();
            }
        }

        private void compareParts(
                Schema parent, Map<String, JsonNode> before, Map<String, JsonNode> after) {
            var elements = new LinkedHashSet<>(before.keySet());
            elements.addAll(after.keySet());
            for (var element : elements) {
                var old = before.get(element);
                var now = after.get(element);
                if (old == null) {
                    only(parent, element, now, added);
                } else if (now == null) {
                    only(parent, element, old, removed);
                } else {
                    new Walk(
                                    added.descend(element),
                                    modified.descend(element),
                                    removed.descend(element))
                            .compare(part(parent, element), old, now);
                }
            }
        }

        private static void only(Schema parent, String element, JsonNode value, FieldSet into) {
            var fields = FieldSet.of(wrapped(parent, element), wrap(parent, element, value));
            var below = parent instanceof Schema.Items ? fields : fields.below(element);
            below.includeContainers(part(parent, element), value);
            into.graft(element, below);
        }

        private static Schema wrapped(Schema parent, String element) {
            return parent instanceof Schema.Items list ? list.item() : parent;
        }

        private static JsonNode wrap(Schema parent, String element, JsonNode value) {
            return parent instanceof Schema.Items
                    ? value
                    : JsonNodeFactory.instance.objectNode().set(element.substring(2), value);
        }

        private static Schema part(Schema parent, String element) {
            return parent instanceof Schema.Items list
                    ? list.item()
                    : Shapes.field(parent, element.substring(2));
        }
    }

    static Map<String, JsonNode> fields(JsonNode object) {
        var fields = new LinkedHashMap<String, JsonNode>();
        object.properties().forEach(f -> fields.put(Element.field(f.getKey()), f.getValue()));
        return fields;
    }

    static Map<String, JsonNode> items(Schema.Items list, JsonNode array) {
        var items = new LinkedHashMap<String, JsonNode>();
        array.forEach(item -> items.put(Element.item(list, item), item));
        return items;
    }
}

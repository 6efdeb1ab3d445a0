package io.dabbawala.testkit.twin.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.fields.Shapes;
import io.dabbawala.testkit.twin.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Strategic merge patch: as a merge patch, but items of lists are found by their key where the kind
 * names one, and directives ({@code $patch}, {@code $retainKeys}, {@code $setElementOrder/...},
 * {@code $deleteFromPrimitiveList/...}) say what merging cannot.
 */
public final class StrategicPatch {

    private static final String DIRECTIVE = "$patch";
    private static final String ORDER = "$setElementOrder/";
    private static final String DELETE = "$deleteFromPrimitiveList/";
    private static final String RETAIN = "$retainKeys";

    private StrategicPatch() {}

    public static JsonNode apply(Schema schema, JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode object)) {
            return patch;
        }
        if (directive(object).equals("replace")) {
            ObjectNode replacement = object.deepCopy();
            replacement.remove(DIRECTIVE);
            return replacement;
        }
        ObjectNode merged =
                target instanceof ObjectNode live ? live.deepCopy() : object.objectNode();
        if (object.has(RETAIN)) {
            var retained = new ArrayList<String>();
            object.get(RETAIN).forEach(key -> retained.add(key.asText()));
            merged.retain(retained);
        }
        object.properties().forEach(f -> field(schema, merged, f.getKey(), f.getValue()));
        object.properties().forEach(f -> order(schema, merged, f.getKey(), f.getValue()));
        return merged;
    }

    private static void field(Schema schema, ObjectNode merged, String name, JsonNode value) {
        if (name.startsWith(DELETE)) {
            var kept = merged.arrayNode();
            merged.path(name.substring(DELETE.length()))
                    .forEach(
                            item -> {
                                if (!contains(value, item)) {
                                    kept.add(item);
                                }
                            });
            merged.set(name.substring(DELETE.length()), kept);
        } else if (name.startsWith("$")) {
            return;
        } else if (value.isNull()
                || value instanceof ObjectNode object && directive(object).equals("delete")) {
            merged.remove(name);
        } else if (Shapes.field(schema, name) instanceof Schema.Items list
                && list.patchKey().isPresent()) {
            merged.set(name, items(list, list.patchKey().get(), merged.path(name), value));
        } else {
            merged.set(name, apply(Shapes.field(schema, name), merged.path(name), value));
        }
    }

    private static ArrayNode items(
            Schema.Items list, String key, JsonNode target, JsonNode patches) {
        List<JsonNode> items = new ArrayList<>();
        target.forEach(items::add);
        for (var patch : patches) {
            if (patch instanceof ObjectNode object && directive(object).equals("replace")) {
                items.clear();
            } else if (key.isEmpty()) {
                if (!items.contains(patch)) {
                    items.add(patch);
                }
            } else {
                item(list, key, items, patch);
            }
        }
        return JsonNodeFactory.instance.arrayNode().addAll(items);
    }

    private static void item(Schema.Items list, String key, List<JsonNode> items, JsonNode patch) {
        var place = find(items, key, patch.path(key));
        var deletes = patch instanceof ObjectNode object && directive(object).equals("delete");
        if (place.isPresent() && deletes) {
            items.remove(place.get().intValue());
        } else if (place.isPresent()) {
            items.set(place.get(), apply(list.item(), items.get(place.get()), patch));
        } else if (!deletes) {
            items.add(apply(list.item(), JsonNodeFactory.instance.objectNode(), patch));
        }
    }

    private static Optional<Integer> find(List<JsonNode> items, String key, JsonNode value) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).path(key).equals(value)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static void order(Schema schema, ObjectNode merged, String name, JsonNode order) {
        if (!name.startsWith(ORDER)
                || !(merged.get(name.substring(ORDER.length())) instanceof ArrayNode array)
                || !(Shapes.field(schema, name.substring(ORDER.length()))
                        instanceof Schema.Items list)) {
            return;
        }
        var key = list.patchKey().orElse("");
        var rest = new ArrayList<JsonNode>();
        array.forEach(rest::add);
        var sorted = merged.arrayNode();
        for (var wanted : order) {
            rest.removeIf(
                    item -> {
                        var found =
                                key.isEmpty()
                                        ? item.equals(wanted)
                                        : item.path(key).equals(wanted.path(key));
                        if (found) {
                            sorted.add(item);
                        }
                        return found;
                    });
        }
        merged.set(name.substring(ORDER.length()), sorted.addAll(rest));
    }

    private static boolean contains(JsonNode list, JsonNode item) {
        for (var candidate : list) {
            if (candidate.equals(item)) {
                return true;
            }
        }
        return false;
    }

    private static String directive(ObjectNode patch) {
        return patch.path(DIRECTIVE).asText("");
    }
}

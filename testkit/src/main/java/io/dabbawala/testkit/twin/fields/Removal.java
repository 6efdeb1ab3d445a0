package io.dabbawala.testkit.twin.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.schema.Schema;

/** Takes fields out of an object that nobody owns any more. */
public final class Removal {

    private Removal() {}

    /**
     * The value without the {@code gone} fields.
     *
     * @param owned what some manager still owns: neither it nor what contains it is removed
     */
    public static JsonNode from(Schema schema, JsonNode value, FieldSet gone, FieldSet owned) {
        if (value instanceof ObjectNode object && !Shapes.isAtomic(schema)) {
            return fromObject(schema, object, gone, owned);
        }
        return value instanceof ArrayNode array
                        && schema instanceof Schema.Items list
                        && list.by() != Schema.By.NOTHING
                ? fromList(list, array, gone, owned)
                : value;
    }

    private static JsonNode fromObject(
            Schema schema, ObjectNode object, FieldSet gone, FieldSet owned) {
        var rest = object.objectNode();
        object.properties()
                .forEach(
                        field -> {
                            var element = Element.field(field.getKey());
                            var goneBelow = gone.below(element);
                            var ownedBelow = owned.below(element);
                            if (goneBelow.isEmpty()) {
                                rest.set(field.getKey(), field.getValue());
                            } else if (!goneBelow.isMember() || !ownedBelow.isEmpty()) {
                                var kept =
                                        from(
                                                Shapes.field(schema, field.getKey()),
                                                field.getValue(),
                                                goneBelow,
                                                ownedBelow);
                                if (!emptied(field.getValue(), kept)) {
                                    rest.set(field.getKey(), kept);
                                }
                            }
                        });
        return rest;
    }

    private static JsonNode fromList(
            Schema.Items list, ArrayNode array, FieldSet gone, FieldSet owned) {
        var rest = array.arrayNode();
        for (var item : array) {
            var element = Element.item(list, item);
            var goneBelow = gone.below(element);
            var ownedBelow = owned.below(element);
            if (goneBelow.isEmpty()) {
                rest.add(item);
            } else if (!goneBelow.isMember() || !ownedBelow.isEmpty()) {
                rest.add(from(list.item(), item, goneBelow, ownedBelow));
            }
        }
        return rest;
    }

    private static boolean emptied(JsonNode before, JsonNode after) {
        return after.isContainerNode() && after.isEmpty() && !before.isEmpty();
    }
}

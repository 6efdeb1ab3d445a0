package io.dabbawala.testkit.twin.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * The shape of a value, and how two values of that shape are merged: what the API server takes from
 * its own types or from a custom resource's OpenAPI schema.
 */
public sealed interface Schema {

    /** One value without parts; {@code ANY} may have parts, owned and merged as they are found. */
    enum Scalar implements Schema {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        QUANTITY,
        INT_OR_STRING,
        ANY
    }

    /**
     * Named fields.
     *
     * @param atomic owned and replaced as a whole
     * @param open fields that are not named here are kept
     */
    record Struct(
            Map<String, Schema> fields, Map<String, Rules> rules, boolean atomic, boolean open)
            implements Schema {}

    /** Any keys, values of one shape. */
    record Dictionary(Schema value, boolean atomic) implements Schema {}

    /**
     * A list.
     *
     * @param keys the fields that name an item when items are told apart by key
     * @param patchKey the field by which a strategic merge patch finds an item; "" for values
     */
    record Items(Schema item, By by, List<String> keys, java.util.Optional<String> patchKey)
            implements Schema {}

    /** What tells the items of a list apart. */
    enum By {
        NOTHING,
        VALUE,
        KEYS
    }

    /** What a field must be beside its shape; {@code schema} is its OpenAPI schema. */
    record Rules(boolean required, JsonNode schema) {}
}

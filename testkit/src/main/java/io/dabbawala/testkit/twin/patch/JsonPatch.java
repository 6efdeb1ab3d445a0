package io.dabbawala.testkit.twin.patch;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** RFC 6902: add, remove, replace, move, copy, test, in order. */
public final class JsonPatch {

    private JsonPatch() {}

    /** An operation that cannot be carried out. */
    public static final class Inapplicable extends RuntimeException {
        Inapplicable(String message) {
            super(message);
        }
    }

    public static JsonNode apply(JsonNode target, JsonNode operations) {
        var patched = target.deepCopy();
        for (var operation : operations) {
            apply((ObjectNode) patched, operation);
        }
        return patched;
    }

    private static void apply(ObjectNode root, JsonNode operation) {
        var name = operation.path("op").asText();
        var path = operation.path("path").asText();
        var from = operation.path("from").asText();
        switch (name) {
            case "add" -> add(root, path, operation.path("value"));
            case "replace" -> {
                remove(root, path, "replace");
                add(root, path, operation.path("value"));
            }
            case "remove" -> remove(root, path, "remove");
            case "copy" -> add(root, path, existing(root, from, "copy"));
            case "move" -> {
                var value = existing(root, from, "move");
                remove(root, from, "move");
                add(root, path, value);
            }
            case "test" -> {
                if (!root.at(path).equals(operation.path("value"))) {
                    throw new Inapplicable("testing value %s failed: test failed".formatted(path));
                }
            }
            default -> throw new Inapplicable("unexpected kind: " + name);
        }
    }

    private static JsonNode existing(ObjectNode root, String path, String operation) {
        var value = root.at(path);
        if (value.isMissingNode()) {
            throw missing(operation, path);
        }
        return value.deepCopy();
    }

    private static void add(ObjectNode root, String path, JsonNode value) {
        var pointer = JsonPointer.compile(path);
        var last = pointer.last().getMatchingProperty();
        switch (root.at(pointer.head())) {
            case ObjectNode object -> object.set(last, value.deepCopy());
            case ArrayNode array when last.equals("-") -> array.add(value.deepCopy());
            case ArrayNode array when index(last) >= 0 && index(last) <= array.size() ->
                    array.insert(index(last), value.deepCopy());
            default ->
                    throw new Inapplicable(
                            "add operation does not apply: doc is missing path: \"%s\": missing value"
                                    .formatted(path));
        }
    }

    private static void remove(ObjectNode root, String path, String operation) {
        var pointer = JsonPointer.compile(path);
        var last = pointer.last().getMatchingProperty();
        var removed =
                switch (root.at(pointer.head())) {
                    case ObjectNode object -> object.remove(last);
                    case ArrayNode array when index(last) >= 0 -> array.remove(index(last));
                    default -> null;
                };
        if (removed == null) {
            throw missing(operation, path);
        }
    }

    private static Inapplicable missing(String operation, String path) {
        return new Inapplicable(
                operation.equals("remove")
                        ? "remove operation does not apply: doc is missing path: \"%s\": missing value"
                                .formatted(path)
                        : "%s operation does not apply: doc is missing key: %s: missing value"
                                .formatted(operation, path));
    }

    private static int index(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}

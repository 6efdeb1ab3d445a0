package io.dabbawala.testkit.twin.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dabbawala.testkit.twin.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One element of a path to a field, spelled as in FieldsV1: {@code f:replicas}, {@code
 * k:{"name":"web"}}, {@code v:"a finalizer"}.
 */
public final class Element {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Element() {}

    public static String field(String name) {
        return "f:" + name;
    }

    /** What names this item among its neighbours; only for lists whose items are told apart. */
    public static String item(Schema.Items list, JsonNode item) {
        if (list.by() == Schema.By.VALUE) {
            return "v:" + item;
        }
        var keys = new TreeMap<String, JsonNode>();
        for (var key : list.keys()) {
            var value = item.path(key);
            if (value.isMissingNode()) {
                value = keyDefault(list, key);
            }
            if (!value.isMissingNode()) {
                keys.put(key, value);
            }
        }
        return "k:" + JSON.valueToTree(keys);
    }

    /** Ports are told apart by their protocol, which defaults to TCP. */
    private static JsonNode keyDefault(Schema.Items list, String key) {
        if (key.equals("protocol")) {
            return new TextNode("TCP");
        }
        return list.item() instanceof Schema.Struct struct && struct.rules().containsKey(key)
                ? struct.rules().get(key).schema().path("default")
                : JsonNodeFactory.instance.missingNode();
    }

    /** As messages spell it: {@code .replicas}, {@code [name="web"]}. */
    static String spelled(String element) {
        var rest = element.substring(2);
        return switch (element.charAt(0)) {
            case 'f' -> "." + rest;
            case 'k' ->
                    keys(rest).properties().stream()
                            .map(key -> key.getKey() + "=" + key.getValue())
                            .collect(Collectors.joining(",", "[", "]"));
            case 'v' -> "[=" + rest + "]";
            default -> "[" + rest + "]";
        };
    }

    static ObjectNode keys(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("read " + json, e);
        }
    }
}

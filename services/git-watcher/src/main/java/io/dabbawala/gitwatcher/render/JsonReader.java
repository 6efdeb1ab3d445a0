package io.dabbawala.gitwatcher.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON within the same fences as YAML. */
final class JsonReader {

    /** The one value of a text. */
    static JsonNode read(String file, String text) throws UnreadableSource {
        try {
            return normalised(CanonicalJson.MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            throw new UnreadableSource(problemOf(file, e));
        }
    }

    /** All values of a text, one after the other with nothing but space between them. */
    static List<JsonNode> readAll(String file, String text) throws UnreadableSource {
        var values = new ArrayList<JsonNode>();
        var one =
                CanonicalJson.MAPPER
                        .reader()
                        .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        try (var parser = CanonicalJson.MAPPER.createParser(text)) {
            while (parser.nextToken() != null) {
                values.add(normalised(one.<JsonNode>readTree(parser)));
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableSource(problemOf(file, e));
        } catch (IOException e) {
            throw new IllegalStateException("text in memory cannot be read", e);
        }
        return values;
    }

    private static Problem problemOf(String file, JsonProcessingException e) {
        var place = e.getLocation();
        return place == null
                ? Problem.of(file, e.getOriginalMessage())
                : new Problem(file, place.getLineNr(), place.getColumnNr(), e.getOriginalMessage());
    }

    private static JsonNode normalised(JsonNode value) {
        if (value.isObject()) {
            var members = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(m -> members.set(m.getKey(), normalised(m.getValue())));
            return members;
        }
        if (value.isArray()) {
            var items = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> items.add(normalised(item)));
            return items;
        }
        return value.isDouble() ? CanonicalJson.number(value.doubleValue()) : value;
    }

    private JsonReader() {}
}

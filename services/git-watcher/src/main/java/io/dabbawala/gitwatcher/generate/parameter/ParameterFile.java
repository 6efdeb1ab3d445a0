package io.dabbawala.gitwatcher.generate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import io.dabbawala.gitwatcher.render.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** YAML or JSON that holds parameters: one object, or a list of them. */
public final class ParameterFile {

    private static final String WRONG_KIND =
            "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal %s into Go value of type []map[string]interface {}";

    /** Every object of the file; an empty file is one object without members. */
    public static List<JsonNode> objects(String text, String what) throws CannotGenerate {
        var node = read(text, what);
        if (node.isObject() || node.isNull()) {
            return List.of(node.isNull() ? JsonNodeFactory.instance.objectNode() : node);
        }
        return items(node, what);
    }

    /** Every item of a list. */
    public static List<JsonNode> list(String text, String what) throws CannotGenerate {
        return items(read(text, what), what);
    }

    private static List<JsonNode> items(JsonNode node, String what) throws CannotGenerate {
        if (!node.isArray() && !node.isNull()) {
            throw new CannotGenerate(what + WRONG_KIND.formatted(GoJson.kind(node)));
        }
        var items = new ArrayList<JsonNode>();
        for (var item : node) {
            if (!item.isObject() && !item.isNull()) {
                throw new CannotGenerate(
                        what
                                + "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal %s into Go value of type map[string]interface {}"
                                        .formatted(GoJson.kind(item)));
            }
            items.add(item.isNull() ? JsonNodeFactory.instance.objectNode() : item);
        }
        return items;
    }

    private static JsonNode read(String text, String what) throws CannotGenerate {
        try {
            if (text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[")) {
                var json = CanonicalJson.read(text);
                if (json.isPresent()) {
                    return json.get();
                }
            }
            var documents = YamlReader.read("", text);
            return documents.isEmpty() ? NullNode.getInstance() : documents.getFirst().value();
        } catch (UnreadableSource e) {
            throw new CannotGenerate(
                    what
                            + "error converting YAML to JSON: yaml: line %d: %s"
                                    .formatted(e.problem().line(), e.problem().reason()));
        }
    }

    private ParameterFile() {}
}

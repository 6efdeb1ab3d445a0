package io.dabbawala.gitwatcher.generate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an application keeps although its set now generates something else: {@code
 * spec.ignoreApplicationDifferences} and {@code spec.preservedFields}. Of jq only paths are read,
 * such as {@code .spec.source.targetRevision}.
 */
public final class Preserving {

    private static final Pattern STEP =
            Pattern.compile("\\.(?:\"([^\"]+)\"|([A-Za-z_][A-Za-z0-9_-]*))|\\[([0-9]+)]");

    /** The generated application with what is to be kept taken from the present one. */
    public static JsonNode kept(ApplicationSet set, JsonNode present, JsonNode generated) {
        var kept = (ObjectNode) generated.deepCopy();
        for (var rule : set.document().path("spec").path("ignoreApplicationDifferences")) {
            var name = rule.path("name").asText("");
            if (name.isEmpty() || name.equals(generated.at("/metadata/name").asText())) {
                pointers(rule).forEach(pointer -> keep(kept, present, pointer));
            }
        }
        var fields = set.document().path("spec").path("preservedFields");
        for (var kind : List.of("annotations", "labels")) {
            for (var key : fields.path(kind)) {
                keep(kept, present, pointer(List.of("metadata", kind, key.asText())));
            }
        }
        return kept;
    }

    private static List<JsonPointer> pointers(JsonNode rule) {
        var pointers = new ArrayList<JsonPointer>();
        for (var text : rule.path("jsonPointers")) {
            if (text.asText().startsWith("/")) {
                pointers.add(JsonPointer.compile(text.asText()));
            }
        }
        for (var expression : rule.path("jqPathExpressions")) {
            var steps = new ArrayList<String>();
            var step = STEP.matcher(expression.asText());
            int at = 0;
            while (step.find() && step.start() == at) {
                at = step.end();
                steps.add(
                        step.group(1) != null
                                ? step.group(1)
                                : step.group(2) != null ? step.group(2) : step.group(3));
            }
            if (at == expression.asText().length() && !steps.isEmpty()) {
                pointers.add(pointer(steps));
            }
        }
        return pointers;
    }

    private static JsonPointer pointer(List<String> steps) {
        var pointer = JsonPointer.empty();
        for (var step : steps) {
            pointer = pointer.appendProperty(step);
        }
        return pointer;
    }

    private static void keep(ObjectNode kept, JsonNode present, JsonPointer pointer) {
        var value = present.at(pointer);
        var place = pointer.last().getMatchingProperty();
        if (value.isMissingNode()) {
            if (kept.at(pointer.head()) instanceof ObjectNode parent) {
                parent.remove(place);
            }
        } else if (parent(kept, pointer.head()) instanceof ObjectNode parent) {
            parent.set(place, value.deepCopy());
        }
    }

    private static JsonNode parent(ObjectNode root, JsonPointer pointer) {
        JsonNode node = root;
        for (var rest = pointer; !rest.matches(); rest = rest.tail()) {
            var step = rest.getMatchingProperty();
            if (node instanceof ObjectNode object && !object.has(step)) {
                object.putObject(step);
            }
            node =
                    rest.mayMatchElement() && node.isArray()
                            ? node.path(rest.getMatchingIndex())
                            : node.path(step);
        }
        return node;
    }

    private Preserving() {}
}

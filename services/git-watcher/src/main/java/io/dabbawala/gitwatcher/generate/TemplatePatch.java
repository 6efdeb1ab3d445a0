package io.dabbawala.gitwatcher.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.generate.parameter.GoJson;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import io.dabbawala.gitwatcher.render.YamlReader;
import io.dabbawala.gitwatcher.template.value.Quoted;
import java.util.Optional;

/**
 * A strategic merge patch on an Application: members are merged, null removes, lists are replaced
 * but for finalizers, which are added to. The project stays what the template made it.
 */
final class TemplatePatch {

    private static final String DIRECTIVE = "$patch";
    private static final Optional<JsonNode> NONE = Optional.empty();

    static JsonNode applied(JsonNode application, String patch) throws CannotGenerate {
        var read = read(patch);
        if (read.isMissingNode() || read.isNull()) {
            return application;
        }
        if (!read.isObject()) {
            throw new CannotGenerate(
                    "invalid templatePatch %s: json: cannot unmarshal %s into Go value of type v1alpha1.Application"
                            .formatted(Quoted.of(CanonicalJson.of(read)), GoJson.kind(read)));
        }
        var patched = (ObjectNode) application.deepCopy();
        merge(patched, read);
        var project = application.path("spec").path("project");
        if (patched.path("spec") instanceof ObjectNode spec) {
            if (project.isMissingNode()) {
                spec.remove("project");
            } else {
                spec.set("project", project);
            }
        }
        return patched;
    }

    /** JSON may be indented by tabs, YAML may not. */
    private static JsonNode read(String patch) throws CannotGenerate {
        var json = patch.strip().startsWith("{") ? CanonicalJson.read(patch) : NONE;
        return json.isPresent() ? json.get() : yaml(patch);
    }

    private static JsonNode yaml(String patch) throws CannotGenerate {
        try {
            var documents = YamlReader.read("", patch);
            return documents.isEmpty() ? CanonicalJson.parse("null") : documents.getFirst().value();
        } catch (UnreadableSource e) {
            throw new CannotGenerate(
                    "error while converting template to json %s: error converting YAML to JSON: yaml: line %d: %s"
                            .formatted(Quoted.of(patch), e.problem().line(), e.problem().reason()));
        }
    }

    private static void merge(ObjectNode target, JsonNode patch) {
        if (patch.path(DIRECTIVE).asText().equals("replace")) {
            target.removeAll();
        }
        for (var member : patch.properties()) {
            var key = member.getKey();
            var value = member.getValue();
            if (key.equals(DIRECTIVE)) {
                continue;
            }
            if (value.isNull() || value.path(DIRECTIVE).asText().equals("delete")) {
                target.remove(key);
            } else if (value.isObject() && target.path(key) instanceof ObjectNode inner) {
                merge(inner, value);
            } else if (key.equals("finalizers") && target.path(key) instanceof ArrayNode present) {
                add(present, value);
            } else {
                target.set(key, value.deepCopy());
            }
        }
    }

    private static void add(ArrayNode present, JsonNode more) {
        for (var item : more) {
            var isThere = false;
            for (var one : present) {
                isThere |= one.equals(item);
            }
            if (!isThere) {
                present.add(item);
            }
        }
    }

    private TemplatePatch() {}
}

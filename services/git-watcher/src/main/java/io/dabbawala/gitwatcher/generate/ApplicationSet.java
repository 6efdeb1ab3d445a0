package io.dabbawala.gitwatcher.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.generate.parameter.GoJson;
import io.dabbawala.gitwatcher.generate.parameter.Templating;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** An Argo CD ApplicationSet as it was declared. */
public record ApplicationSet(JsonNode document) {

    public static boolean isOne(JsonNode document) {
        return document.path("kind").asText().equals("ApplicationSet")
                && document.path("apiVersion").asText().startsWith("argoproj.io/");
    }

    public String name() {
        return document.path("metadata").path("name").asText("");
    }

    public String namespace() {
        return document.path("metadata").path("namespace").asText("");
    }

    public String annotation(String name) {
        return document.path("metadata").path("annotations").path(name).asText("");
    }

    JsonNode spec() {
        return document.path("spec");
    }

    JsonNode template() {
        return spec().path("template");
    }

    List<JsonNode> generators() {
        var generators = new ArrayList<JsonNode>();
        spec().path("generators").forEach(generators::add);
        return generators;
    }

    public Policy policy() {
        return Policy.of(spec().path("syncPolicy"));
    }

    Templating templating() throws CannotGenerate {
        return Templating.of(
                spec().path("goTemplate").asBoolean(false), spec().path("goTemplateOptions"));
    }

    /** What is of the wrong kind is refused before anything is generated. */
    void check() throws CannotGenerate {
        if (!isOne(document)) {
            throw new CannotGenerate(
                    "not an ApplicationSet: apiVersion %s, kind %s"
                            .formatted(document.path("apiVersion"), document.path("kind")));
        }
        kind("spec", spec(), spec().isObject(), "an object");
        optional("spec.generators", spec().path("generators"), JsonNode::isArray, "a list");
        optional("spec.goTemplate", spec().path("goTemplate"), JsonNode::isBoolean, "a boolean");
        optional(
                "spec.goTemplateOptions",
                spec().path("goTemplateOptions"),
                JsonNode::isArray,
                "a list");
        optional("spec.template", template(), JsonNode::isObject, "an object");
        optional("spec.templatePatch", spec().path("templatePatch"), JsonNode::isTextual, "text");
        optional("spec.syncPolicy", spec().path("syncPolicy"), JsonNode::isObject, "an object");
    }

    private static void optional(String path, JsonNode value, Predicate<JsonNode> is, String what)
            throws CannotGenerate {
        kind(path, value, value.isMissingNode() || value.isNull() || is.test(value), what);
    }

    private static void kind(String path, JsonNode value, boolean isRight, String what)
            throws CannotGenerate {
        if (!isRight) {
            throw new CannotGenerate(
                    "%s must be %s, it is of kind %s".formatted(path, what, GoJson.kind(value)));
        }
    }
}

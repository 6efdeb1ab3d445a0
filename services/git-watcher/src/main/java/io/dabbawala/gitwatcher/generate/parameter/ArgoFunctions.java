package io.dabbawala.gitwatcher.generate.parameter;

import static io.dabbawala.gitwatcher.template.function.Function.Kind.ANY;
import static io.dabbawala.gitwatcher.template.function.Function.Kind.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import io.dabbawala.gitwatcher.render.YamlReader;
import io.dabbawala.gitwatcher.sprig.Json;
import io.dabbawala.gitwatcher.sprig.Sprig;
import io.dabbawala.gitwatcher.template.function.Arguments;
import io.dabbawala.gitwatcher.template.function.Function;
import io.dabbawala.gitwatcher.template.function.Functions;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import java.util.List;
import java.util.Map;

/** What Argo CD adds to Go's and Sprig's functions (applicationset/utils/template_functions.go). */
public final class ArgoFunctions {

    public static final Functions ALL =
            Sprig.functions()
                    .with(
                            Map.of(
                                    "normalize",
                                    Function.of(a -> Slug.normalized(a.text(0)), STRING),
                                    "slugify",
                                    Function.variadic(ArgoFunctions::slugify, ANY),
                                    "toYaml",
                                    Function.of(a -> a.made(YamlText.of(a.any(0))), ANY),
                                    "fromYaml",
                                    Function.of(ArgoFunctions::map, STRING),
                                    "fromYamlArray",
                                    Function.of(ArgoFunctions::list, STRING)));

    private static String slugify(Arguments arguments) {
        var longest = Slug.LONGEST;
        var cutsAtDash = true;
        var text = "";
        for (var argument : arguments.values()) {
            switch (argument) {
                case Integer number when number > 0 -> longest = number;
                case Boolean truth -> cutsAtDash = truth;
                case String given -> text = given;
                case null, default -> {}
            }
        }
        return Slug.of(text, longest, cutsAtDash);
    }

    private static Object map(Arguments arguments) throws TemplateFailed {
        var node = read(arguments.text(0));
        if (!node.isObject() && !node.isNull()) {
            throw new TemplateFailed(
                    "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal %s into Go value of type map[string]interface {}"
                            .formatted(GoJson.kind(node)));
        }
        var value = Json.value(node);
        return value == null ? Map.of() : value;
    }

    private static Object list(Arguments arguments) throws TemplateFailed {
        var node = read(arguments.text(0));
        if (!node.isArray() && !node.isNull()) {
            throw new TemplateFailed(
                    "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal %s into Go value of type []interface {}"
                            .formatted(GoJson.kind(node)));
        }
        var value = Json.value(node);
        return value == null ? List.of() : value;
    }

    private static JsonNode read(String yaml) throws TemplateFailed {
        try {
            var documents = YamlReader.read("", yaml);
            return documents.isEmpty() ? NullNode.getInstance() : documents.getFirst().value();
        } catch (UnreadableSource e) {
            var problem = e.problem();
            throw new TemplateFailed(
                    "error converting YAML to JSON: yaml: line %d: %s"
                            .formatted(problem.line(), problem.reason()));
        }
    }

    private ArgoFunctions() {}
}

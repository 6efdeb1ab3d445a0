package io.dabbawala.gitwatcher.generate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dabbawala.gitwatcher.template.GoTemplate;
import io.dabbawala.gitwatcher.template.MissingKey;
import io.dabbawala.gitwatcher.template.function.Budget;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills in parameters the way an ApplicationSet asks for: as Go templates or as plain tags. */
public final class Templating {

    private final boolean isGo;
    private final MissingKey missingKey;
    private final Map<String, GoTemplate> read = new HashMap<>();

    private Templating(boolean isGo, MissingKey missingKey) {
        this.isGo = isGo;
        this.missingKey = missingKey;
    }

    /**
     * @param options of Go's templates, such as {@code missingkey=error}
     */
    public static Templating of(boolean isGo, JsonNode options) throws CannotGenerate {
        var missingKey = MissingKey.DEFAULT;
        try {
            for (var option : options) {
                missingKey = MissingKey.of(option.asText());
            }
        } catch (TemplateFailed e) {
            throw new CannotGenerate(e.getMessage());
        }
        return new Templating(isGo, missingKey);
    }

    public boolean isGo() {
        return isGo;
    }

    public String text(String text, Map<String, @Nullable Object> parameters)
            throws TemplateFailed {
        return text(text, parameters, new Budget());
    }

    private String text(String text, Map<String, @Nullable Object> parameters, Budget budget)
            throws TemplateFailed {
        if (!isGo) {
            budget.take(text.length());
            return FastTemplate.render(text, parameters);
        }
        if (!text.contains("{{")) {
            return text;
        }
        var template = parsed(text);
        try {
            return template.render(parameters, missingKey, budget);
        } catch (TemplateFailed e) {
            throw new TemplateFailed(
                    "failed to execute go template %s: %s".formatted(text, e.getMessage()), e);
        }
    }

    private GoTemplate parsed(String text) throws TemplateFailed {
        var known = read.get(text);
        if (known != null) {
            return known;
        }
        try {
            var template = GoTemplate.parse(text, ArgoFunctions.ALL);
            read.put(text, template);
            return template;
        } catch (TemplateFailed e) {
            throw new TemplateFailed(
                    "failed to parse template %s: %s".formatted(text, e.getMessage()), e);
        }
    }

    /** Every text and every key filled in; what is nothing is left out. */
    public JsonNode tree(JsonNode tree, Map<String, @Nullable Object> parameters)
            throws TemplateFailed {
        return tree(tree, parameters, new Budget());
    }

    private JsonNode tree(JsonNode tree, Map<String, @Nullable Object> parameters, Budget budget)
            throws TemplateFailed {
        return switch (tree) {
            case ObjectNode object -> {
                var filled = JsonNodeFactory.instance.objectNode();
                for (var member : object.properties()) {
                    if (!member.getValue().isNull()) {
                        filled.set(
                                text(member.getKey(), parameters, budget),
                                tree(member.getValue(), parameters, budget));
                    }
                }
                yield filled;
            }
            case ArrayNode array -> {
                var filled = JsonNodeFactory.instance.arrayNode();
                for (var item : array) {
                    filled.add(tree(item, parameters, budget));
                }
                yield filled;
            }
            case TextNode text -> TextNode.valueOf(text(text.textValue(), parameters, budget));
            default -> tree;
        };
    }
}

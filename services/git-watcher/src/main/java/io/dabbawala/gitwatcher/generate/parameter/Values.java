package io.dabbawala.gitwatcher.generate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.sprig.Merging;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import io.dabbawala.gitwatcher.template.value.StringMap;
import java.util.LinkedHashMap;
import java.util.TreeMap;

/**
 * The member {@code values} of a generator: text filled in with what the generator just found.
 *
 * @param outer what the generators before it in a matrix found
 */
public record Values(JsonNode configuration, Templating templating, Parameters outer) {

    private static final String FAILED =
            "failed to replace templated string: failed to replace templated string with rendered values";

    /** Adds the values. They never see each other, the parameters always. */
    public Parameters with(Parameters parameters) throws CannotGenerate {
        try {
            return added(parameters);
        } catch (CannotGenerate e) {
            throw e.within("failed to append templated values");
        }
    }

    /** The same, worded by the caller. */
    public Parameters added(Parameters parameters) throws CannotGenerate {
        var seen = new LinkedHashMap<>(parameters.values());
        Merging.into(seen, outer.values(), true);
        var filled = new TreeMap<String, String>();
        try {
            for (var value : configuration.path("values").properties()) {
                filled.put(value.getKey(), templating.text(value.getValue().asText(), seen));
            }
        } catch (TemplateFailed e) {
            throw new CannotGenerate(FAILED, e);
        }
        if (!templating.isGo()) {
            filled.forEach((key, value) -> parameters.put("values." + key, value));
        } else if (!filled.isEmpty()) {
            parameters.put("values", new StringMap(filled));
        }
        return parameters;
    }
}

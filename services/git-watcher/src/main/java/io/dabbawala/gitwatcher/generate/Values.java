package io.dabbawala.gitwatcher.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.sprig.Merging;
import io.dabbawala.gitwatcher.template.StringMap;
import io.dabbawala.gitwatcher.template.TemplateFailed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The member {@code values} of a generator: text filled in with what the generator just found. */
final class Values {

    /**
     * Adds the values to the parameters. They see each other's raw text never, the parameters
     * always, and what an outer generator found where that is given.
     */
    static void into(
            Map<String, @Nullable Object> parameters,
            JsonNode values,
            Templating templating,
            Map<String, @Nullable Object> outer)
            throws CannotGenerate {
        var seen = new LinkedHashMap<>(parameters);
        Merging.into(seen, outer, true);
        var filled = new TreeMap<String, String>();
        try {
            for (var value : values.properties()) {
                filled.put(value.getKey(), templating.text(value.getValue().asText(), seen));
            }
        } catch (TemplateFailed e) {
            throw new CannotGenerate(
                    "failed to append templated values: failed to replace templated string: failed to replace templated string with rendered values",
                    e);
        }
        if (!templating.isGo()) {
            filled.forEach((key, value) -> parameters.put("values." + key, value));
        } else if (!filled.isEmpty()) {
            parameters.put("values", new StringMap(filled));
        }
    }

    private Values() {}
}

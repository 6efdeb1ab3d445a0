package io.dabbawala.gitwatcher.generate.generator;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.generate.parameter.GoJson;
import io.dabbawala.gitwatcher.generate.parameter.ParameterFile;
import io.dabbawala.gitwatcher.generate.parameter.Parameters;
import io.dabbawala.gitwatcher.generate.parameter.Templating;
import io.dabbawala.gitwatcher.sprig.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Elements as they stand, and those of a YAML list after them. */
record ListGenerator(Templating templating) implements Generator {

    private static final String NOT_TEXT = "error parsing value as string %!w(<nil>)";

    @Override
    public List<Parameters> parameters(JsonNode configuration, Parameters outer)
            throws CannotGenerate {
        var sets = new ArrayList<Parameters>();
        for (var element : configuration.path("elements")) {
            sets.add(templating.isGo() ? nested(element) : flat(element));
        }
        var yaml = configuration.path("elementsYaml").asText("");
        if (!yaml.isEmpty()) {
            sets.addAll(ofYaml(yaml));
        }
        return sets;
    }

    @SuppressWarnings("unchecked")
    private static Parameters nested(JsonNode element) throws CannotGenerate {
        checkObject(element, "error unmarshling list element ");
        var value = Json.value(element);
        return value == null
                ? Parameters.empty()
                : new Parameters((Map<String, @Nullable Object>) value);
    }

    private static Parameters flat(JsonNode element) throws CannotGenerate {
        checkObject(element, "error unmarshling list element ");
        var parameters = Parameters.empty();
        for (var member : element.properties()) {
            var value = member.getValue();
            if (member.getKey().equals("values")) {
                values(value, parameters);
            } else if (value.isTextual()) {
                parameters.put(member.getKey(), value.textValue());
            } else {
                throw new CannotGenerate(NOT_TEXT);
            }
        }
        return parameters;
    }

    private static void values(JsonNode values, Parameters parameters) throws CannotGenerate {
        if (!values.isObject()) {
            throw new CannotGenerate("error parsing values map");
        }
        for (var value : values.properties()) {
            if (!value.getValue().isTextual()) {
                throw new CannotGenerate(NOT_TEXT);
            }
            parameters.put("values." + value.getKey(), value.getValue().textValue());
        }
    }

    private static void checkObject(JsonNode element, String what) throws CannotGenerate {
        if (!element.isObject() && !element.isNull()) {
            throw new CannotGenerate(
                    what
                            + "json: cannot unmarshal %s into Go value of type map[string]interface {}"
                                    .formatted(GoJson.kind(element)));
        }
    }

    private static List<Parameters> ofYaml(String yaml) throws CannotGenerate {
        var sets = new ArrayList<Parameters>();
        for (var element : ParameterFile.list(yaml, "error unmarshling decoded ElementsYaml ")) {
            sets.add(nested(element));
        }
        return sets;
    }
}

package io.dabbawala.cli.print;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

/** JSON as YAML. */
public final class Yaml {

    public static String text(JsonNode value) {
        var writer =
                new ObjectMapper(
                        YAMLFactory.builder()
                                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                                .build());
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON is YAML: " + value, e);
        }
    }

    private Yaml() {}
}

package io.dabbawala.testkit.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The bytes of a request as JSON. */
public final class Body {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Body() {}

    public static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw Refusal.badRequest(
                    "couldn't get version/kind; json parse error: " + firstLine(e.getMessage()));
        }
    }

    /** JSON is YAML, so this reads both. */
    public static JsonNode yaml(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.stripLeading().startsWith("{")) {
            return json(bytes);
        }
        try {
            return JSON.valueToTree(
                    new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(text));
        } catch (YAMLException e) {
            throw Refusal.badRequest("error decoding YAML: " + firstLine(e.getMessage()));
        }
    }

    static ObjectNode object(JsonNode body) {
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.badRequest("couldn't get version/kind; the body is not an object");
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}

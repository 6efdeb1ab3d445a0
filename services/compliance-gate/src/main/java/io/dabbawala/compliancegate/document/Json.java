package io.dabbawala.compliancegate.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON and the maps and lists it means. Whole numbers are {@code Long}. */
public final class Json {

    /** git-watcher sends objects up to 500 deep where that is allowed, in a list. */
    private static final int DEPTH = 501;

    private static final int BYTES = 8 << 20;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEPTH)
                                                    .maxStringLength(BYTES)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /** Empty for what is not JSON, or not a list of objects. */
    public static Optional<List<Document>> documents(String json) {
        try {
            return Optional.of(
                    MAPPER
                            .readValue(json, new TypeReference<List<Map<String, Object>>>() {})
                            .stream()
                            .map(Document::new)
                            .toList());
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    /** Empty for what is not a JSON object. */
    public static Optional<Document> document(String json) {
        return value(json).filter(Map.class::isInstance).map(Document::of);
    }

    /** Empty for what is not JSON, and for null. */
    public static Optional<Object> value(String json) {
        try {
            return Optional.ofNullable(MAPPER.readValue(json, Object.class));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("write " + value.getClass() + " as JSON", e);
        }
    }

    private Json() {}
}

package io.dabbawala.reconciler.object;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON to trees of maps and lists and back; members are written in the order of their names. */
public final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<List<Map<String, Object>>> OBJECTS =
            new TypeReference<>() {};

    /**
     * @throws IllegalArgumentException if the text is no JSON object
     */
    public static Map<String, Object> object(String text) {
        try {
            return MAPPER.readValue(text, OBJECT);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /**
     * @throws IllegalArgumentException if the bytes are no JSON object
     */
    public static Map<String, Object> object(byte[] bytes) {
        try {
            return MAPPER.readValue(bytes, OBJECT);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * @throws IllegalArgumentException if the text is no JSON array of objects
     */
    public static List<Map<String, Object>> objects(String text) {
        try {
            return MAPPER.readValue(text, OBJECTS);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /**
     * @throws IllegalArgumentException if the text is no JSON
     */
    public static Object tree(String text) {
        try {
            return MAPPER.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    public static String write(@Nullable Object tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree cannot be written: " + e.getMessage(), e);
        }
    }

    public static byte[] bytes(Object tree) {
        return write(tree).getBytes(UTF_8);
    }

    /** {@code sha256:} and the hexadecimal digest of the text's UTF-8 bytes. */
    public static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static IllegalArgumentException unreadable(IOException e) {
        return new IllegalArgumentException("no JSON as expected: " + e.getMessage(), e);
    }

    private Json() {}
}

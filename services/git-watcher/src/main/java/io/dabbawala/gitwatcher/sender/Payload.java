package io.dabbawala.gitwatcher.sender;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A body that is JSON, or a part of one, asked by JSON pointers. What is not there, or is of
 * another type, is the empty text or the empty list.
 */
public record Payload(JsonNode node) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(64)
                                                    .maxStringLength(256 << 10)
                                                    .maxNumberLength(64)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /** Fails with where and why it is not JSON, or more than a webhook has any use for. */
    public static Payload read(byte[] body) throws IOException {
        var node = MAPPER.readTree(body);
        if (node == null || node.isMissingNode()) {
            throw new IOException("there is nothing in it");
        }
        return new Payload(node);
    }

    boolean has(String pointer) {
        return !node.at(pointer).isMissingNode() && !node.at(pointer).isNull();
    }

    boolean isObject(String pointer) {
        return node.at(pointer).isObject();
    }

    Payload at(String pointer) {
        return new Payload(node.at(pointer));
    }

    /** A text, or a number as it is written. */
    String text(String pointer) {
        var value = node.at(pointer);
        return value.isTextual() || value.isNumber() ? value.asText() : "";
    }

    /** The first of them that is there. */
    String textOf(String... pointers) {
        return Stream.of(pointers)
                .map(this::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** A commit; empty for nothing but zeros. */
    String commit(String pointer) {
        var text = text(pointer);
        return text.matches("0*") ? "" : text;
    }

    boolean flag(String pointer) {
        return node.at(pointer).asBoolean(false);
    }

    Optional<Integer> count(String pointer) {
        var value = node.at(pointer);
        return value.isInt() ? Optional.of(value.asInt()) : Optional.empty();
    }

    List<Payload> list(String pointer) {
        var value = node.at(pointer);
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).map(Payload::new).toList()
                : List.of();
    }

    List<String> texts(String pointer) {
        return list(pointer).stream()
                .map(Payload::node)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    /** Those that are there, each once. */
    List<String> distinct(String... pointers) {
        return Stream.of(pointers)
                .map(this::text)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }
}

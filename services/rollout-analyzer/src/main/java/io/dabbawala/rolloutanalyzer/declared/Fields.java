package io.dabbawala.rolloutanalyzer.declared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An object of a declaration and where it stands. Reading never fails: a field of another type
 * counts as absent, and the document's problems say so.
 */
record Fields(JsonNode node, String path, List<String> problems) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Fields of(String json) {
        var problems = new ArrayList<String>();
        try {
            var node = JSON.readTree(json);
            if (!node.isObject()) {
                problems.add("it is no object");
            }
            return new Fields(node, "", problems);
        } catch (JsonProcessingException _) {
            problems.add("it is not JSON");
            return new Fields(MissingNode.getInstance(), "", problems);
        }
    }

    boolean isPresent() {
        return !node.isMissingNode() && !node.isNull();
    }

    Fields at(String name) {
        var field = new Fields(node.path(name), pathOf(name), problems);
        if (field.isPresent() && !field.node.isObject()) {
            problem(name, "is no object");
            return new Fields(MissingNode.getInstance(), field.path, problems);
        }
        return field;
    }

    List<Fields> each(String name) {
        var list = node.path(name);
        if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
            problem(name, "is no list");
        }
        var fields = new ArrayList<Fields>();
        for (int i = 0; i < list.size(); i++) {
            fields.add(new Fields(list.get(i), "%s[%d]".formatted(pathOf(name), i), problems));
        }
        return fields;
    }

    /** Empty if absent. */
    String text(String name) {
        return value(name)
                .flatMap(it -> it.isTextual() ? Optional.of(it.asText()) : none(name, "text"))
                .orElse("");
    }

    /** False if absent. */
    boolean flag(String name) {
        return value(name)
                .flatMap(it -> it.isBoolean() ? Optional.of(it.asBoolean()) : none(name, "boolean"))
                .orElse(false);
    }

    /** 0 if absent. */
    int whole(String name) {
        return value(name).flatMap(it -> whole(it, name)).orElse(0);
    }

    List<Integer> wholes(String name) {
        return each(name).stream().flatMap(it -> whole(it.node, name).stream()).toList();
    }

    Optional<Double> number(String name) {
        return value(name)
                .flatMap(it -> it.isNumber() ? Optional.of(it.asDouble()) : none(name, "number"));
    }

    void problem(String name, String what) {
        problems.add("%s %s".formatted(pathOf(name), what));
    }

    private Optional<Integer> whole(JsonNode value, String name) {
        return value.isNumber() && value.asDouble() == value.asInt()
                ? Optional.of(value.asInt())
                : none(name, "whole number");
    }

    private Optional<JsonNode> value(String name) {
        return Optional.of(node.path(name)).filter(it -> !it.isMissingNode() && !it.isNull());
    }

    private <T> Optional<T> none(String name, String type) {
        problem(name, "is no " + type);
        return Optional.empty();
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}

package io.dabbawala.testkit.twin.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Conditions of a status; their transition time moves only when their status does. */
final class Conditions {

    private Conditions() {}

    record Condition(String type, boolean holds, String reason, String message) {}

    static Optional<JsonNode> find(JsonNode object, String type) {
        for (var condition : object.at("/status/conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return Optional.of(condition);
            }
        }
        return Optional.empty();
    }

    static boolean holds(JsonNode object, String type) {
        return find(object, type).filter(c -> c.path("status").asText().equals("True")).isPresent();
    }

    static ObjectNode add(ArrayNode conditions, Condition condition, String now) {
        return conditions
                .addObject()
                .put("type", condition.type())
                .put("status", condition.holds() ? "True" : "False")
                .put("lastTransitionTime", now)
                .put("reason", condition.reason())
                .put("message", condition.message());
    }
}

package io.dabbawala.testkit.twin.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The next step of a rolling update: never more than wanted and surge, never fewer available than
 * wanted less what may be unavailable.
 */
record RollingStep(int current, int shrinkOld) {

    static RollingStep of(JsonNode deployment, ObjectNode current, List<ObjectNode> old) {
        var wanted = deployment.at("/spec/replicas").asInt();
        var rolling = deployment.at("/spec/strategy/rollingUpdate");
        var surge = amount(rolling.path("maxSurge"), wanted, true);
        var mayMiss = amount(rolling.path("maxUnavailable"), wanted, false);
        if (surge == 0 && mayMiss == 0) {
            mayMiss = 1;
        }
        var oldWanted = old.stream().mapToInt(Deployments::replicas).sum();
        var now = Deployments.replicas(current);
        var room = wanted + surge - now - oldWanted;
        var next = now > wanted ? wanted : now + Math.clamp(room, 0, wanted - now);
        var unavailable = Math.max(0, next - available(current));
        var shrink = next + oldWanted - (wanted - mayMiss) - unavailable;
        return new RollingStep(next, Math.clamp(shrink, 0, oldWanted));
    }

    private static int available(JsonNode set) {
        return Math.min(Deployments.replicas(set), set.at("/status/availableReplicas").asInt());
    }

    /** A number, or a share of {@code whole}: surge rounds up, unavailability down. */
    static int amount(JsonNode value, int whole, boolean up) {
        var text = value.asText("0");
        if (!text.endsWith("%")) {
            return value.asInt();
        }
        var share = Integer.parseInt(text.substring(0, text.length() - 1)) * whole / 100.0;
        return (int) (up ? Math.ceil(share) : Math.floor(share));
    }
}

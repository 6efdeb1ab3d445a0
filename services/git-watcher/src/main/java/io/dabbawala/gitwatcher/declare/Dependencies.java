package io.dabbawala.gitwatcher.declare;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.declare.application.Application;
import io.dabbawala.gitwatcher.declare.ledger.Ledger;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which applications come before which: the annotation {@code dabbawala.io/depends-on} of an
 * Application, a list with commas, and {@code spec.dependsOn} of a Kustomization. Applications that
 * wait for each other would wait for ever, so a circle is refused.
 */
record Dependencies(Ledger ledger) {

    private static final String DEPENDS_ON = "dabbawala.io/depends-on";

    /** {@code a -> b -> a}, if waiting for its dependencies this one waits for itself. */
    Optional<String> circle(Application application) {
        var start = application.key();
        return way(start, application, new HashSet<>())
                .map(way -> start + " -> " + String.join(" -> ", way));
    }

    /** From one application to the goal; each is looked at once. */
    private Optional<List<String>> way(String goal, Application from, Set<String> seen) {
        for (var next : of(from)) {
            if (next.equals(goal)) {
                return Optional.of(List.of(goal));
            }
            if (seen.add(next)) {
                var rest = ledger.application(next).flatMap(one -> way(goal, one, seen));
                if (rest.isPresent()) {
                    return rest.map(ways -> Stream.concat(Stream.of(next), ways.stream()).toList());
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> of(Application application) {
        var spec = application.target().spec();
        if (!spec.contains(DEPENDS_ON) && !spec.contains("\"dependsOn\"")) {
            return List.of();
        }
        var members = CanonicalJson.parse(spec);
        var home = application.key().substring(0, application.key().indexOf('/'));
        var words = members.path("annotations").path(DEPENDS_ON).asText("").split(",");
        var names = new ArrayList<>(List.of(words));
        members.path("dependsOn").forEach(one -> names.add(name(one)));
        return names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> name.contains("/") ? name : home + "/" + name)
                .toList();
    }

    private static String name(JsonNode dependency) {
        var namespace = dependency.path("namespace").asText("");
        var name = dependency.path("name").asText("");
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}

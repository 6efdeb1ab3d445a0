package io.dabbawala.notifier.route;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dabbawala.notifier.message.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A {@code NotificationRoute} as far as it can be read, and what cannot. */
record RouteDeclaration(Route route, List<String> problems) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ApplicationPattern EVERY = new ApplicationPattern("*");

    static RouteDeclaration read(String key, String json) {
        var name = key.substring(key.indexOf('/') + 1);
        var problems = new ArrayList<String>();
        try {
            var spec = JSON.readTree(json).path("spec");
            return new RouteDeclaration(
                    new Route(
                            name,
                            applications(spec.path("applications"), problems),
                            kinds(spec.path("events"), problems),
                            targets(spec.path("channels"), problems)),
                    List.copyOf(problems));
        } catch (JsonProcessingException e) {
            return new RouteDeclaration(
                    new Route(name, List.of(), Set.of(), List.of()), List.of("it is no JSON"));
        }
    }

    private static List<ApplicationPattern> applications(JsonNode node, List<String> problems) {
        if (node.isMissingNode()) {
            return List.of(EVERY);
        }
        return Texts.of("spec.applications", node, problems).stream()
                .map(ApplicationPattern::new)
                .toList();
    }

    private static Set<Kind> kinds(JsonNode node, List<String> problems) {
        if (node.isMissingNode()) {
            return EnumSet.allOf(Kind.class);
        }
        var kinds = EnumSet.noneOf(Kind.class);
        for (var word : Texts.of("spec.events", node, problems)) {
            if (word.equals("*")) {
                return EnumSet.allOf(Kind.class);
            }
            Kind.named(word)
                    .ifPresentOrElse(
                            kinds::add,
                            () ->
                                    problems.add(
                                            "spec.events: %s is none of %s"
                                                    .formatted(word, knownKinds())));
        }
        return kinds;
    }

    private static List<Target> targets(JsonNode channels, List<String> problems) {
        if (channels.isEmpty()) {
            problems.add("spec.channels: there is none");
        }
        var targets = new ArrayList<Target>();
        var index = 0;
        for (var channel : channels) {
            var path = "spec.channels[%d]".formatted(index++);
            targets.addAll(new ChannelReading(path, channel, problems).targets());
        }
        return targets;
    }

    private static String knownKinds() {
        return Arrays.stream(Kind.values()).map(Kind::word).collect(joining(", "));
    }
}

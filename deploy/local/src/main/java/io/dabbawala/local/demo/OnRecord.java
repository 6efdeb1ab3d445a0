package io.dabbawala.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.local.step.StepFailed;
import java.util.function.Supplier;

/**
 * What the console says about it all.
 *
 * @param delivery the one whose timeline is told
 */
record OnRecord(Scene scene, Supplier<String> delivery) implements Chapter {

    private static final int TIME_FROM = "2026-01-01T".length();
    private static final int TIME_TO = "2026-01-01T00:00:00.000".length();

    @Override
    public String title() {
        return "Why, and what happened when";
    }

    @Override
    public void play() {
        why();
        timeline();
    }

    private void why() {
        var why = scene.console().why(Scene.WEB);
        scene.teller().tell("why " + Scene.WEB);
        scene.teller().line(why.path("headline").asText());
        why.path("reasons")
                .forEach(
                        reason ->
                                scene.teller()
                                        .line(
                                                "- %s: %s"
                                                        .formatted(
                                                                reason.path("code").asText(),
                                                                reason.path("message").asText())));
        scene.teller().line("next: " + why.path("next").asText());
    }

    private void timeline() {
        var story = scene.console().delivery(delivery.get());
        scene.teller()
                .tell("delivery %s: %s".formatted(delivery.get(), story.path("outcome").asText()));
        story.path("events").forEach(this::tell);
        var first = story.path("events").path(0).path("type").asText();
        if (!first.matches("PushHinted|CommitDetected")) {
            throw new StepFailed(
                    "the timeline to begin with the push or its commit", "it begins with " + first);
        }
    }

    private void tell(JsonNode event) {
        var time = event.path("time").asText();
        scene.teller()
                .line(
                        "%s  %-17s %s"
                                .formatted(
                                        time.substring(
                                                Math.min(TIME_FROM, time.length()),
                                                Math.min(TIME_TO, time.length())),
                                        event.path("type").asText(),
                                        event.path("summary").asText()));
    }
}

package io.dabbawala.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.local.step.StepFailed;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Everybody who acts in the story, and what can be said of it at any moment. */
record Scene(
        Teller teller,
        Developer developer,
        Webhook webhook,
        LiveCluster cluster,
        ConsoleApi console,
        MessageSink sink) {

    static final String WEB = "argocd/web";
    static final String CHECKOUT = "argocd/checkout";
    static final Duration SOON = Duration.ofSeconds(45);

    private static final int ACCEPTED = 202;
    private static final int SHORT = 7;

    /** Pushes what the developer wrote and tells the watcher; returns the revision. */
    String push(String message) {
        var revision = developer.push(message);
        var status = webhook.push(revision);
        if (status != ACCEPTED) {
            throw new StepFailed(
                    "the webhook to be accepted with %d".formatted(ACCEPTED),
                    "it was answered with %d".formatted(status));
        }
        teller.tell("pushed %s \"%s\", webhook accepted".formatted(shortened(revision), message));
        return revision;
    }

    /** Waits until the console says that of the application. */
    JsonNode await(String application, String expected, Predicate<JsonNode> predicate) {
        return teller.await(
                application + " " + expected,
                SOON,
                () -> console.application(application).filter(predicate),
                () -> standing(application));
    }

    /** Waits until the console has an event of that type whose summary mentions that. */
    String awaitEvent(String application, String type, String mention) {
        return teller.await(
                "a %s of %s that mentions \"%s\"".formatted(type, application, mention),
                SOON,
                () -> console.lastEvent(application, type, mention),
                () -> standing(application));
    }

    /** Waits until that is true of the cluster. */
    <T> T awaitLive(String expected, Supplier<Optional<T>> value, Supplier<String> seen) {
        return teller.await(expected, SOON, value, seen);
    }

    /** Where the application stands, in one line. */
    String standing(String application) {
        return console.application(application)
                .map(
                        app ->
                                "%s is %s and %s at %s, rollout %s: %s"
                                        .formatted(
                                                application,
                                                app.path("sync").asText(),
                                                app.path("health").asText(),
                                                shortened(app.path("revision").asText()),
                                                app.path("rollout").path("phase").asText("none"),
                                                app.path("message").asText()))
                .orElse("the console does not know " + application);
    }

    String image(String deployment) {
        return cluster.image(deployment).orElse("nothing");
    }

    /** How requests to checkout are divided now. */
    String traffic() {
        var weights = cluster.weights("checkout");
        return "primary %d %%, canary %d %%"
                .formatted(weights.to("checkout-primary"), weights.to("checkout-canary"));
    }

    int canaryWeight() {
        return cluster.weights("checkout").to("checkout-canary");
    }

    static Predicate<JsonNode> at(String revision) {
        return app -> revision.equals(app.path("revision").asText());
    }

    static Predicate<JsonNode> isDelivered(String revision) {
        return at(revision)
                .and(app -> "Synced".equals(app.path("sync").asText()))
                .and(app -> "Healthy".equals(app.path("health").asText()));
    }

    static Predicate<JsonNode> phaseIs(String phase) {
        return app -> phase.equals(app.path("rollout").path("phase").asText());
    }

    static String shortened(String revision) {
        return revision.substring(0, Math.min(SHORT, revision.length()));
    }
}

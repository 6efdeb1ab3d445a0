package io.dabbawala.console.http;

import static io.dabbawala.console.Told.GOOD;
import static io.dabbawala.console.Told.SHOP;
import static io.dabbawala.console.Told.delivery;
import static io.dabbawala.console.Told.digest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.dabbawala.console.Surroundings;
import io.dabbawala.console.Wire;
import io.dabbawala.console.kafka.Records;
import io.dabbawala.events.Command;
import io.dabbawala.events.Commanded;
import io.dabbawala.events.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class CommandsTest {

    @Inject Wire wire;

    @BeforeEach
    void declare() {
        wire.send(Topics.DECLARATIONS, "Application/" + SHOP, Records.declared(), "story");
        wire.send(Topics.DESIRED_STATES, SHOP, Records.desired().build(), "story");
        await().until(() -> Log.application(SHOP).getString("generation"), equalTo("3"));
    }

    @Test
    void a_command_is_on_record_with_who_why_and_what_it_means() {
        // When
        post(Map.of(), wish("sync", "asha", "by hand, please"))
                .statusCode(202)
                .body("id.length()", equalTo(36));

        // Then
        var command = commandsBecause("by hand, please").getFirst();
        assertThat(command.getApplication()).isEqualTo(SHOP);
        assertThat(command.getCommand()).isEqualTo(Command.SYNC);
        assertThat(command.getActor()).isEqualTo("asha");
        assertThat(command.getDelivery()).isEqualTo(delivery(3));
        assertThat(command.getDigest()).isEqualTo(digest(GOOD));
    }

    @Test
    void whoever_sits_in_front_knows_better_who_is_asking() {
        post(Map.of("X-Dabbawala-Actor", "ravi"), wish("pause", "asha", "who am I"))
                .statusCode(202);

        assertThat(commandsBecause("who am I"))
                .extracting(Commanded::getActor)
                .containsExactly("ravi");
    }

    @Test
    void the_same_key_is_the_same_command_and_no_other() {
        // Given
        var key = Map.of("Idempotency-Key", "k1");
        String id = post(key, wish("sync", "asha", "once")).statusCode(202).extract().path("id");

        // Then
        post(key, wish("sync", "asha", "once")).statusCode(202).body("id", equalTo(id));
        problem(
                post(key, wish("pause", "asha", "once")),
                409,
                "Idempotency-Key k1 of argocd/shop was used for another command");
        post(Map.of("Idempotency-Key", "k2"), wish("sync", "asha", "once"))
                .statusCode(202)
                .body("id", not(equalTo(id)));
    }

    @ParameterizedTest
    @CsvSource({
        "shop, sync, asha, why, 400, application must be namespace/name",
        "argocd/shop, dance, asha, why, 400, command \"dance\" is unknown; one of approve",
        "argocd/shop, sync, '', why, 400, actor and reason are required",
        "argocd/shop, sync, asha, ' ', 400, actor and reason are required",
        "argocd/none, sync, asha, why, 404, application argocd/none is not declared",
        "argocd/shop, approve, asha, why, 409, nothing of argocd/shop is held",
        "argocd/shop, promote, asha, why, 409, no rollout of argocd/shop is under way",
        "argocd/shop, lift-quarantine, asha, why, 409, nothing of argocd/shop is quarantined"
    })
    void what_is_no_command_is_a_problem(
            String application,
            String command,
            String actor,
            String reason,
            int status,
            String detail) {
        problem(
                post(
                        Map.of(),
                        Map.of(
                                "application", application,
                                "command", command,
                                "actor", actor,
                                "reason", reason)),
                status,
                detail);
    }

    @Test
    void what_is_no_json_is_a_problem_too() {
        problem(post(Map.of(), "{"), 400, "");
        problem(post(Map.of(), ""), 400, "a body is required");
        problem(
                given().contentType(ContentType.TEXT).body("sync").post("/api/commands").then(),
                415,
                "");
        problem(
                post(Map.of("Idempotency-Key", "x".repeat(201)), wish("sync", "asha", "long key")),
                400,
                "Idempotency-Key must have 1 to 200 characters");
        assertThat(commandsBecause("long key")).isEmpty();
    }

    private List<Commanded> commandsBecause(String reason) {
        return wire.all(Topics.COMMANDS, Commanded.class).stream()
                .filter(command -> command.getReason().equals(reason))
                .toList();
    }

    private static Map<String, String> wish(String command, String actor, String reason) {
        return Map.of("application", SHOP, "command", command, "actor", actor, "reason", reason);
    }

    private static ValidatableResponse post(Map<String, String> headers, Object body) {
        return given().contentType(ContentType.JSON)
                .headers(headers)
                .body(body)
                .post("/api/commands")
                .then();
    }

    private static void problem(ValidatableResponse answer, int status, String detail) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("detail", containsString(detail))
                .body("instance", equalTo("/api/commands"));
    }
}

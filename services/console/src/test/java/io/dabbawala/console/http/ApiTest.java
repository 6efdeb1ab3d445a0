package io.dabbawala.console.http;

import static io.dabbawala.console.Told.GOOD;
import static io.dabbawala.console.Told.SHOP;
import static io.dabbawala.console.Told.delivery;
import static io.dabbawala.console.Told.digest;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.dabbawala.console.Surroundings;
import io.dabbawala.console.Wire;
import io.dabbawala.console.kafka.Records;
import io.dabbawala.events.DeadLetter;
import io.dabbawala.events.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is heard on a real broker is what the API says. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ApiTest {

    @Inject Wire wire;

    /** The same story before each test: only the first time is it news. */
    @BeforeEach
    void tell() {
        wire.send(Topics.COMMITS, "shop", Records.commit(), "story");
        wire.send(Topics.DECLARATIONS, "Application/" + SHOP, Records.declared(), "story");
        wire.send(Topics.DESIRED_STATES, SHOP, Records.desired().build(), "story");
        wire.send(Topics.SYNC_REQUESTS, SHOP, Records.request(), "story");
        wire.send(Topics.GATE_VERDICTS, SHOP, Records.verdict(), "story");
        await().until(() -> Log.application(SHOP).getString("sync"), equalTo("Denied"));
    }

    @Test
    void applications_say_where_they_stand() {
        given().get("/api/applications")
                .then()
                .statusCode(200)
                .body("application", contains(SHOP))
                .body("[0].revision", equalTo(GOOD))
                .body("[0].generation", equalTo(3))
                .body("[0].delivery", equalTo(delivery(3)))
                .body("[0].digest", equalTo(digest(GOOD)))
                .body("[0].sync", equalTo("Denied"));
    }

    @Test
    void why_names_policy_object_and_field() {
        given().get("/api/applications/argocd/shop/why")
                .then()
                .statusCode(200)
                .body("application", equalTo(SHOP))
                .body("delivery", equalTo(delivery(3)))
                .body("reasons[0].policy", equalTo("pinned"))
                .body("reasons[0].object", containsString("shop/web"))
                .body("reasons[0].field", equalTo("/spec"))
                .body("reasons[0].message", equalTo("no tag"));
    }

    @Test
    void a_delivery_is_its_story() {
        given().get("/api/deliveries?application=" + SHOP)
                .then()
                .statusCode(200)
                .body("delivery", contains(delivery(3)));
        given().get("/api/deliveries/" + delivery(3))
                .then()
                .statusCode(200)
                .body("application", equalTo(SHOP))
                .body("events.type", hasItems("DesiredState", "SyncRequested", "GateVerdict"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/applications/argocd/none, 404, application argocd/none is not known",
        "/api/applications/argocd/none/why, 404, application argocd/none is not known",
        "/api/deliveries/none, 404, delivery none is not known",
        "/api/deliveries?limit=0, 400, 'limit must be 1 to 1000, not 0'",
        "/api/events?limit=1001, 400, 'limit must be 1 to 1000, not 1001'",
        "/api/events?after=x, 404, ''",
        "/api/nothing, 404, ''"
    })
    void what_cannot_be_answered_is_a_problem(String path, int status, String detail) {
        given().get(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("title", not(equalTo("")))
                .body("detail", containsString(detail))
                .body("instance", equalTo(path.replaceFirst("\\?.*", "")));
    }

    @Test
    void twice_is_once_and_poison_stops_nothing() {
        // When
        wire.send(Topics.DRIFTS, SHOP, "no event".getBytes(UTF_8), Wire.envelope("poison"));
        var id = wire.send(Topics.DRIFTS, SHOP, Records.drift(), "twice");
        wire.send(Topics.DRIFTS, SHOP, Records.drift(), "twice");
        var last = wire.send(Topics.DRIFTS, SHOP, Records.drift(), "last");

        // Then
        await().until(() -> Log.ids().contains(last));
        assertThat(Log.ids()).containsOnlyOnce(id);
        assertThat(wire.all(Topics.DEAD_LETTERS, DeadLetter.class))
                .extracting(DeadLetter::getTopic, DeadLetter::getService)
                .contains(tuple(Topics.DRIFTS, "console"));
    }

    @Test
    void a_dead_letter_that_nobody_can_read_does_not_come_back() {
        // When
        var bytes = "no letter".getBytes(UTF_8);
        wire.send(Topics.DEAD_LETTERS, "drifts", bytes, Wire.envelope("dead"));
        var next = wire.send(Topics.DEAD_LETTERS, "drifts", Records.deadLetter(), "after");

        // Then
        await().until(() -> Log.ids().contains(next));
        assertThat(wire.all(Topics.DEAD_LETTERS, DeadLetter.class))
                .extracting(DeadLetter::getTopic)
                .doesNotContain(Topics.DEAD_LETTERS);
    }

    @Test
    void events_go_on_where_they_ended_and_can_be_those_of_one_application() {
        // Given
        var first = given().get("/api/events?limit=2").jsonPath();

        // Then
        given().get("/api/events?limit=1&after=" + first.getLong("[0].cursor"))
                .then()
                .body("id", contains(first.getString("[1].id")));
        given().get("/api/events?application=argocd/none").then().body("size()", equalTo(0));
    }

    @Test
    void says_what_it_offers() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.keySet()",
                        hasItems(
                                "/api/applications",
                                "/api/applications/{namespace}/{name}",
                                "/api/applications/{namespace}/{name}/why",
                                "/api/deliveries/{id}",
                                "/api/events",
                                "/api/events/stream",
                                "/api/commands"));
    }

    @Test
    void is_ready() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }
}

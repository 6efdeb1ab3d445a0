package io.dabbawala.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dabbawala.cli.LocalConsole;
import io.dabbawala.cli.Typed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdersTest {

    private final LocalConsole console =
            new LocalConsole().answers("/api/applications", "[{\"application\": \"argocd/web\"}]");

    @AfterEach
    void stop() {
        console.close();
    }

    private LocalConsole.Request sent() {
        return console.requests().getLast();
    }

    private JsonNode body() {
        try {
            return new ObjectMapper().readTree(sent().body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(sent().body(), e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sync, sync",
        "app sync, sync",
        "app terminate, terminate",
        "rollback, rollback",
        "app rollback, rollback",
        "approve, approve",
        "reject, reject",
        "pause, pause",
        "resume, resume",
        "freeze, freeze",
        "break-glass, break-glass",
        "promote, promote",
        "lift-quarantine, lift-quarantine"
    })
    void every_order_names_application_actor_and_reason(String words, String command) {
        console.accepts("/api/commands", "{\"id\": \"e1\"}");
        var ended = Typed.at(console).run((words + " web --reason because").split(" "));
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains(command + " of argocd/web is on its way (e1)");
        assertThat(sent().line()).isEqualTo("POST /api/commands");
        assertThat(body().toString())
                .isEqualTo(
                        "{\"application\":\"argocd/web\",\"command\":\"%s\",\"actor\":\"asha\",\"reason\":\"because\"}"
                                .formatted(command));
    }

    @ParameterizedTest
    @CsvSource({
        "rollback web --to 3f2a9c1d, revision, 3f2a9c1d",
        "approve web --digest sha256:ab, digest, sha256:ab",
        "reject web --delivery d1, delivery, d1",
        "lift-quarantine web --digest sha256:ab, digest, sha256:ab"
    })
    void what_is_meant_is_said(String words, String field, String value) {
        console.accepts("/api/commands", "{\"id\": \"e1\"}");
        Typed.at(console).run((words + " -r because").split(" "));
        assertThat(body().path(field).asText()).isEqualTo(value);
    }

    @Test
    void who_acts_is_said_by_the_option_then_the_variable_then_the_user() {
        console.accepts("/api/commands", "{\"id\": \"e1\"}");
        Typed.at(console).with("DABBA_ACTOR", "ci").run("sync", "web", "--actor", "ravi");
        assertThat(body().path("actor").asText()).isEqualTo("ravi");
        Typed.at(console).with("DABBA_ACTOR", "ci").run("sync", "web");
        assertThat(body().path("actor").asText()).isEqualTo("ci");
    }

    @Test
    void only_a_sync_may_go_without_a_reason() {
        console.accepts("/api/commands", "{\"id\": \"e1\"}");
        assertThat(Typed.at(console).run("sync", "web").code()).isZero();
        assertThat(Typed.at(console).run("rollback", "web").code()).isEqualTo(64);
    }

    @Test
    void an_order_whose_answer_got_lost_is_sent_again_as_the_same() {
        console.breaks("/api/commands").accepts("/api/commands", "{\"id\": \"e1\"}");
        assertThat(Typed.at(console).run("sync", "argocd/web").code()).isZero();
        var keys =
                console.requests().stream()
                        .map(request -> request.headers().get("idempotency-key"))
                        .toList();
        assertThat(keys).hasSizeGreaterThanOrEqualTo(2).doesNotContainNull();
        assertThat(keys.stream().distinct()).hasSize(1);
    }

    @Test
    void two_orders_are_two() {
        console.accepts("/api/commands", "{\"id\": \"e1\"}");
        Typed.at(console).run("sync", "argocd/web");
        Typed.at(console).run("sync", "argocd/web");
        assertThat(
                        console.requests().stream()
                                .map(request -> request.headers().get("idempotency-key"))
                                .distinct())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"400, 2", "409, 1", "422, 2"})
    void a_refusal_is_told_in_the_consoles_words(int status, int code) {
        console.refuses("/api/commands", status, "nothing of argocd/web is held");
        var ended = Typed.at(console).run("approve", "web", "-r", "because");
        assertThat(ended.code()).isEqualTo(code);
        assertThat(ended.err()).contains("nothing of argocd/web is held");
    }

    @Test
    void an_order_to_nobody_names_those_that_are_alike() {
        console.refuses("/api/commands", 404, "not declared");
        var ended = Typed.at(console).run("sync", "argocd/wbe");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("did you mean argocd/web");
    }

    @Test
    void scripts_get_the_id_of_the_event() {
        console.accepts("/api/commands", "{\"id\": \"e1\"}");
        assertThat(Typed.at(console).run("sync", "web", "-o", "name").out()).isEqualTo("e1\n");
        assertThat(Typed.at(console).run("sync", "web", "-o", "json").lines())
                .containsExactly("{", "  \"id\" : \"e1\"", "}");
    }
}

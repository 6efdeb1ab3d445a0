package io.dabbawala.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.cli.LocalConsole;
import io.dabbawala.cli.Typed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsTest {

    private static final String WEB = "/api/applications/argocd/web";

    private final LocalConsole console = new LocalConsole();

    @AfterEach
    void stop() {
        console.close();
    }

    private static String application(String sync, String health) {
        return """
        {"application": "argocd/web", "sync": "%s", "health": "%s", "revision": "3f2a9c1d5b6e7f80", \
        "message": "as it is", "generation": 3}"""
                .formatted(sync, health);
    }

    private Typed.Ended run(String line) {
        return Typed.at(console).run(line.split(" "));
    }

    @Test
    void the_same_answer_comes_in_every_format() {
        console.answers("/api/applications", "[" + application("Synced", "Healthy") + "]");
        assertThat(run("app list").out()).startsWith("APPLICATION   SYNC     HEALTH");
        assertThat(run("app list -o wide").out()).contains("GENERATION");
        assertThat(run("app list -o name").out()).isEqualTo("argocd/web\n");
        assertThat(run("app list -o json").out()).startsWith("[ {").contains("\"generation\" : 3");
        assertThat(run("app list -o yaml").lines())
                .startsWith("- application: argocd/web", "  sync: Synced", "  health: Healthy");
    }

    @Test
    void yaml_keeps_text_that_looks_like_something_else() {
        console.answers(
                WEB,
                "{\"application\": \"argocd/web\", \"revision\": \"1234567\", \"on\": \"yes\"}");
        assertThat(run("app get argocd/web -o yaml").lines())
                .containsExactly(
                        "application: argocd/web", "revision: \"1234567\"", "\"on\": \"yes\"");
    }

    @Test
    void colour_is_for_terminals() {
        console.answers("/api/applications", "[" + application("Synced", "Degraded") + "]");
        assertThat(run("app list").out()).doesNotContain("\033");
        assertThat(Typed.at(console).onTerminal().run("app", "list").out())
                .contains("\033[31mDegraded\033[0m");
    }

    @ParameterizedTest
    @CsvSource({
        "Synced, Healthy, 0",
        "Synced, Progressing, 0",
        "OutOfSync, Healthy, 0",
        "Synced, Degraded, 1",
        "Synced, Missing, 1",
        "Denied, Healthy, 1"
    })
    void bad_news_is_an_exit_code_when_that_was_asked_for(String sync, String health, int code) {
        console.answers(WEB, application(sync, health));
        assertThat(run("app get argocd/web --exit-code").code()).isEqualTo(code);
        assertThat(run("app get argocd/web").code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Healthy, 0",
        "Held, 0",
        "Progressing, 0",
        "Denied, 1",
        "RolledBack, 1",
        "SyncFailed, 1"
    })
    void why_ends_as_it_says(String state, int code) {
        console.answers(
                WEB + "/why",
                "{\"application\": \"argocd/web\", \"state\": \""
                        + state
                        + "\", \"headline\": \"so\"}");
        var ended = run("why argocd/web --exit-code");
        assertThat(ended.code()).isEqualTo(code);
        assertThat(ended.out()).startsWith("argocd/web is " + state + ": so");
    }

    @Test
    void waits_until_it_is_as_wanted() {
        console.answers(WEB, application("OutOfSync", "Healthy"))
                .answers(WEB, application("Syncing", "Healthy"))
                .answers(WEB, application("Synced", "Progressing"))
                .answers(WEB, application("Synced", "Healthy"));
        var ended = run("app wait argocd/web");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("Healthy");
        assertThat(ended.err().lines()).hasSize(3).allMatch(line -> line.contains("waiting for"));
    }

    @Test
    void waits_for_no_more_than_was_said() {
        console.answers(WEB, application("Synced", "Degraded"));
        assertThat(run("app wait argocd/web --synced --timeout 0s").code()).isZero();
        assertThat(run("app wait argocd/web --synced --revision 3f2a9c1 -t 0s").code()).isZero();
    }

    @Test
    void what_is_not_in_time_ends_with_1_and_says_where_it_stands() {
        console.answers(WEB, application("Synced", "Degraded"));
        var ended = run("app wait argocd/web --healthy --timeout 0s");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("Synced and Degraded", "dabba why argocd/web");
        assertThat(run("app wait argocd/web --revision 9999999 -t 0s").code()).isEqualTo(1);
    }

    @Test
    void waits_on_while_the_console_restarts() {
        console.answers(WEB, application("Syncing", "Healthy"))
                .refuses(WEB, 503, "starting")
                .answers(WEB, application("Synced", "Healthy"));
        assertThat(run("app wait argocd/web").code()).isZero();
    }

    @Test
    void does_not_wait_for_what_nobody_knows() {
        console.answers("/api/applications", "[]");
        assertThat(run("app wait argocd/wbe").code()).isEqualTo(2);
    }

    @Test
    void a_delivery_is_watched_until_it_is_over() {
        var id = "01934f6e-8c3a-7b1d-9e2f-5a6b7c8d9e0f";
        var running = "{\"delivery\": \"d\", \"outcome\": \"InProgress\", \"finishedAt\": null}";
        console.answers("/api/deliveries/" + id, running)
                .answers("/api/deliveries/" + id, running)
                .refuses("/api/deliveries/" + id, 503, "starting")
                .answers(
                        "/api/deliveries/" + id,
                        """
                        {"delivery": "d", "outcome": "RolledBack", "startedAt": "2026-11-08T12:50:00Z", \
                        "finishedAt": "2026-11-08T12:50:09Z"}""");
        var ended = run("delivery " + id + " --watch --exit-code");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines().stream().filter(line -> line.startsWith("outcome")))
                .containsExactly("outcome     InProgress", "outcome     RolledBack");
    }

    @Test
    void on_a_terminal_the_picture_moves_in_place() {
        var id = "01934f6e-8c3a-7b1d-9e2f-5a6b7c8d9e0f";
        console.answers(
                        "/api/deliveries/" + id,
                        "{\"delivery\": \"d\", \"outcome\": \"InProgress\"}")
                .answers(
                        "/api/deliveries/" + id,
                        "{\"delivery\": \"d\", \"finishedAt\": \"2026-11-08T12:50:09Z\"}");
        assertThat(Typed.at(console).onTerminal().run("delivery", id, "-w").out())
                .contains("\033[3A\033[J");
    }

    @Test
    void the_beginning_of_an_id_is_enough_when_only_one_begins_so() {
        console.answers(
                        "/api/deliveries",
                        "[{\"delivery\": \"0193-a\"}, {\"delivery\": \"0193-b\"}]")
                .answers("/api/deliveries/0193-a", "{\"delivery\": \"0193-a\"}");
        assertThat(run("delivery 0193-a").code()).isZero();
        assertThat(run("delivery 0193").err()).contains("2 deliveries begin with 0193");
        assertThat(run("delivery 0194").err()).contains("no delivery begins with 0194");
        assertThat(run("delivery web").code()).isEqualTo(2);
    }

    @Test
    void history_lists_deliveries_of_one_application() {
        console.answers("/api/deliveries", "[{\"delivery\": \"d1\", \"outcome\": \"Delivered\"}]");
        assertThat(run("app history argocd/web -n 5").out()).contains("d1", "Delivered");
        assertThat(console.requestLines())
                .containsExactly("GET /api/deliveries?limit=5&application=argocd/web");
    }

    @Test
    void history_of_nobody_is_input_at_fault() {
        console.answers("/api/deliveries", "[]").answers("/api/applications", "[]");
        assertThat(run("app history argocd/wbe").code()).isEqualTo(2);
    }
}

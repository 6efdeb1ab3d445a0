package io.dabbawala.cli.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.cli.LocalConsole;
import io.dabbawala.cli.Typed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleEdgeTest {

    private static final String WEB = "{\"application\": \"argocd/web\"}";
    private static final String ALL =
            "[{\"application\": \"argocd/web\"}, {\"application\": \"shop/checkout\"},"
                    + " {\"application\": \"argocd/checkout\"}]";

    private final LocalConsole console = new LocalConsole();

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void a_console_that_is_away_says_how_to_start_it() {
        var url = console.url();
        console.close();
        var ended = Typed.anywhere().run("app", "list", "--console", url);
        assertThat(ended.code()).isEqualTo(69);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains(url, "./dabba up", "--console", "DABBA_CONSOLE");
    }

    @Test
    void what_answers_but_is_no_console_is_told_apart() {
        console.says("/api/applications", 200, "text/html", "<html>welcome</html>");
        var ended = Typed.at(console).run("app", "list");
        assertThat(ended.code()).isEqualTo(69);
        assertThat(ended.err()).contains("not as a Dabbawala console does");
    }

    @Test
    void json_that_is_none_is_told_apart_too() {
        console.answers("/api/applications", "[{");
        assertThat(Typed.at(console).run("app", "list").code()).isEqualTo(69);
    }

    @ParameterizedTest
    @CsvSource({"400, 2", "401, 1", "403, 1", "409, 1", "422, 2", "429, 2", "500, 70", "503, 69"})
    void each_refusal_has_its_exit_code_and_its_words(int status, int code) {
        console.refuses("/api/applications", status, "because of argocd/web");
        var ended = Typed.at(console).run("app", "list");
        assertThat(ended.code()).isEqualTo(code);
        assertThat(ended.err()).isEqualTo("dabba: because of argocd/web\n");
    }

    @ParameterizedTest
    @CsvSource({"ftp://127.0.0.1", "127.0.0.1:8100", "http:///nowhere", "'not a url'"})
    void an_address_that_is_none_is_input_at_fault(String url) {
        assertThat(Typed.anywhere().run("app", "list", "--console", url).code()).isEqualTo(2);
    }

    @Test
    void a_console_below_a_path_is_asked_there() {
        console.answers("/behind/api/applications", "[]");
        var ended = Typed.anywhere().run("app", "list", "--console", console.url() + "/behind/");
        assertThat(ended.code()).isZero();
    }

    @Test
    void a_full_name_is_asked_for_as_it_is() {
        console.answers("/api/applications/argocd/web", WEB);
        assertThat(Typed.at(console).run("app", "get", "argocd/web").code()).isZero();
        assertThat(console.requestLines()).containsExactly("GET /api/applications/argocd/web");
    }

    @Test
    void a_short_name_is_looked_up() {
        console.answers("/api/applications", ALL).answers("/api/applications/argocd/web", WEB);
        assertThat(Typed.at(console).run("app", "get", "web").out()).contains("argocd/web");
    }

    @Test
    void a_short_name_of_two_lists_both() {
        console.answers("/api/applications", ALL);
        var ended = Typed.at(console).run("why", "checkout");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("argocd/checkout, shop/checkout", "namespace");
    }

    @ParameterizedTest
    @CsvSource({"argocd/wbe", "wbe"})
    void an_unknown_application_is_answered_with_those_that_are_alike(String written) {
        console.answers("/api/applications", ALL);
        var ended = Typed.at(console).run("app", "get", written);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains(written + " is not known", "argocd/web");
    }

    @Test
    void an_application_like_none_is_answered_with_the_list() {
        console.answers("/api/applications", "[]");
        assertThat(Typed.at(console).run("why", "payments").err()).contains("dabba app list");
    }

    @Test
    void a_question_whose_answer_got_lost_is_asked_again() {
        console.breaks("/api/applications").answers("/api/applications", "[]");
        assertThat(Typed.at(console).run("app", "list").code()).isZero();
    }

    @Test
    void a_console_that_never_finishes_an_answer_is_away() {
        console.breaks("/api/applications");
        assertThat(Typed.at(console).run("app", "list").code()).isEqualTo(69);
        assertThat(console.requests()).hasSizeGreaterThanOrEqualTo(3);
    }
}

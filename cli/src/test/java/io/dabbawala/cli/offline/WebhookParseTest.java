package io.dabbawala.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.cli.Typed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WebhookParseTest {

    private static final String PUSH =
            """
            {"ref": "refs/heads/main", "before": "a1", "after": "b2", "forced": false,
             "commits": [{"id": "b2", "added": ["new.yaml"], "modified": [], "removed": []}],
             "repository": {"html_url": "https://github.com/acme/shop"}}
            """;
    private static final String HINT =
            "{\"answer\":\"hint\",\"reason\":\"\",\"repositories\":[\"https://github.com/acme/shop\"],"
                    + "\"ref\":{\"kind\":\"branch\",\"name\":\"main\"},\"before\":\"a1\",\"after\":\"b2\","
                    + "\"changedPaths\":[\"new.yaml\"],\"changedPathsComplete\":true}";

    private static Typed.Ended parse(String body, String... options) {
        var words = Stream.concat(Stream.of("webhook", "parse"), Stream.of(options));
        return Typed.anywhere().reading(body).run(words.toArray(String[]::new));
    }

    @Test
    void a_push_is_a_hint() {
        var ended = parse(PUSH, "--provider", "github", "--event", "push");

        assertThat(ended.lines()).containsExactly(HINT);
        assertThat(ended.code()).isZero();
        assertThat(parse(PUSH, "--provider=github", "--header", "x-github-event: push").lines())
                .containsExactly(HINT);
    }

    @Test
    void a_ref_that_is_gone_has_no_commit_and_each_of_several_is_a_line() {
        var body =
                """
                {"eventType": "git.push", "resource": {
                 "repository": {"remoteUrl": "https://dev.azure.com/acme/pay/_git/shop"},
                 "refUpdates": [
                  {"name": "refs/heads/old", "oldObjectId": "a1", "newObjectId": "%1$s"},
                  {"name": "refs/tags/v1", "oldObjectId": "%1$s", "newObjectId": "b2"}]}}
                """
                        .formatted("0".repeat(40));

        assertThat(parse(body, "--provider", "azure-devops").lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"before\":\"a1\",\"after\":null"),
                        line -> assertThat(line).contains("\"before\":null,\"after\":\"b2\""));
    }

    @Test
    void what_names_no_change_is_ignored_and_what_is_not_the_providers_refused() {
        var ping = parse("{\"zen\":\"x\"}", "--provider=github", "--event=ping", "--exit-code");
        var strange = parse("{\"a\":1}", "--provider", "gitlab", "--event", "Push Hook");

        assertThat(ping.lines().getFirst())
                .startsWith("{\"answer\":\"ignored\",\"reason\":\"event ping\"");
        assertThat(ping.code()).isZero();
        assertThat(strange.lines().getFirst()).startsWith("{\"answer\":\"refused\"");
        assertThat(strange.code()).isZero();
        assertThat(parse("{}", "--provider=github", "--event=push", "--exit-code").code()).isOne();
    }

    @Test
    void what_is_no_json_is_the_inputs_fault_and_an_unknown_provider_wrong_usage() {
        for (var body : List.of("", "payload=%7B%7D", "{")) {
            var ended = parse(body, "--provider", "github", "--event", "push");
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.lines().getFirst()).startsWith("{\"error\":\"stdin is no JSON: ");
        }
        assertThat(parse(PUSH, "--provider", "sourceforge").code()).isEqualTo(64);
        assertThat(parse(PUSH).code()).isEqualTo(64);
    }

    @Test
    void with_a_secret_the_sender_proves_itself_first() {
        var body = "{\"object_kind\":\"note\"}";

        assertThat(parse(body, "--provider=gitlab", "--secret=s", "--header=X-Gitlab-Token: s"))
                .satisfies(is("ignored"));
        assertThat(parse(body, "--provider=gitlab", "--secret=s", "--header=X-Gitlab-Token: t"))
                .satisfies(is("refused"));
        assertThat(parse(PUSH, "--provider=github", "--secret=s")).satisfies(is("refused"));
    }

    private static java.util.function.Consumer<Typed.Ended> is(String answer) {
        return ended ->
                assertThat(ended.lines().getFirst())
                        .startsWith("{\"answer\":\"%s\"".formatted(answer));
    }
}

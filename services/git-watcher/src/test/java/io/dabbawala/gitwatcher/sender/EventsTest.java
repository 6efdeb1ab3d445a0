package io.dabbawala.gitwatcher.sender;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of event says. */
class EventsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    push         | push                     | branch main a-b complete [apps/web/new.yaml apps/web/web.yaml old.yaml]
                    push         | push-empty-commit        | branch main a-b complete []
                    push         | push-forced              | branch main a-b incomplete [apps/web/web.yaml old.yaml]
                    push         | branch-created           | branch feature/x none-b incomplete []
                    push         | branch-deleted           | branch feature/x a-none incomplete []
                    push         | tag                      | tag v1.0 none-b incomplete []
                    delete       | delete                   | tag v1.0 none-none incomplete []
                    pull_request | pull-request-opened      | pull-request 12 none-b incomplete []
                    pull_request | pull-request-synchronize | pull-request 12 a-b incomplete []
                    pull_request | pull-request-closed      | pull-request 12 none-b incomplete []
                    pull_request | pull-request-assigned    | ignored: pull request 12: assigned
                    ping         | ping                     | ignored: event ping
                    issues       | ping                     | ignored: event issues
                    pull_request | push                     | refused: the event names no pull request or no repository
                    push         | ping                     | refused: the push names no ref, or not where it is
                    """)
    void github(String event, String file, String line) {
        assertThat(told("github", event, file)).containsExactly(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Push Hook          | push                   | branch main a-b complete [apps/web/new.yaml apps/web/web.yaml old.yaml]
                    System Hook        | push                   | branch main a-b complete [apps/web/new.yaml apps/web/web.yaml old.yaml]
                    Push Hook          | push-truncated         | branch main a-b incomplete [apps/web/new.yaml apps/web/web.yaml old.yaml]
                    Push Hook          | branch-deleted         | branch old a-none incomplete []
                    Tag Push Hook      | tag                    | tag v1.0 none-b incomplete []
                    Merge Request Hook | merge-request-open     | pull-request 4 none-b incomplete []
                    Merge Request Hook | merge-request-update   | pull-request 4 a-b incomplete []
                    Merge Request Hook | merge-request-approved | ignored: merge request 4: approved
                    System Hook        | user-create            | ignored: event user_create
                    Pipeline Hook      | push                   | ignored: event Pipeline Hook
                    Push Hook          | user-create            | refused: the push names no project
                    """)
    void gitlab(String event, String file, String line) {
        assertThat(told("gitlab", event, file)).containsExactly(line);
    }

    @Test
    void a_system_hook_of_gitlab_tells_of_all_refs_of_a_push_together() {
        assertThat(told("gitlab", "System Hook", "repository-update"))
                .containsExactly("branch main a-b incomplete []", "tag v1 none-b incomplete []");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    repo:push            | push         | branch main a-b incomplete []
                    pullrequest:created  | pull-request | pull-request 42 none-d incomplete []
                    pullrequest:approved | pull-request | ignored: event pullrequest:approved
                    repo:push            | pull-request | refused: the push names no repository or no changes
                    """)
    void bitbucket(String event, String file, String line) {
        assertThat(told("bitbucket", event, file)).containsExactly(line);
    }

    @Test
    void each_ref_of_a_push_is_a_change() {
        assertThat(told("bitbucket", "repo:push", "push-of-two"))
                .containsExactly("branch old a-none incomplete []", "tag v1 none-b incomplete []");
        assertThat(told("bitbucket-server", "repo:refs_changed", "refs-changed"))
                .containsExactly(
                        "branch main a-b incomplete []", "branch old a-none incomplete []");
        assertThat(told("azure-devops", "", "push-of-two"))
                .containsExactly(
                        "branch main a-b incomplete []", "branch old a-none incomplete []");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    bitbucket-server | pr:from_ref_updated | pull-request | pull-request 7 a-b incomplete []
                    bitbucket-server | diagnostics:ping    | ping         | ignored: event diagnostics:ping
                    bitbucket-server | repo:refs_changed   | ping         | refused: the push names no repository or no changes
                    azure-devops     | ''                  | pull-request | pull-request 1 none-b incomplete []
                    azure-devops     | ''                  | work-item    | ignored: event workitem.created
                    azure-devops     | git.push            | work-item    | refused: the push names no repository or no ref updates
                    gitea            | push                | push         | branch main a-b complete [apps/web/web.yaml old.yaml]
                    gitea            | push                | push-truncated | branch main a-b incomplete [apps/web/web.yaml old.yaml]
                    gitea            | push                | push-of-gogs | branch main a-b incomplete [apps/web/new.yaml apps/web/web.yaml old.yaml]
                    gitea            | delete              | delete       | branch old none-none incomplete []
                    gitea            | create              | create       | tag v1 none-b incomplete []
                    gitea            | pull_request        | pull-request | pull-request 2 none-b incomplete []
                    gitea            | issues              | push         | ignored: event issues
                    """)
    void others(String provider, String event, String file, String line) {
        assertThat(told(provider, event, file)).containsExactly(line);
    }

    @Test
    void without_a_header_the_body_tells_what_it_is() {
        assertThat(told("github", "", "push")).first().asString().startsWith("branch main");
        assertThat(told("github", "", "ping")).containsExactly("ignored: event ping");
        assertThat(told("gitlab", "", "tag")).first().asString().startsWith("tag v1.0");
        assertThat(told("bitbucket", "", "push")).first().asString().startsWith("branch main");
        assertThat(told("bitbucket-server", "", "refs-changed")).hasSize(2);
        assertThat(told("gitea", "", "pull-request")).first().asString().startsWith("pull-request");
    }

    @Test
    void a_repository_is_named_as_its_sender_spells_it_and_never_by_its_programming_interface() {
        assertThat(addresses("github", "push", "push"))
                .containsExactly(
                        "https://github.com/acme/shop",
                        "https://github.com/acme/shop.git",
                        "git@github.com:acme/shop.git",
                        "git://github.com/acme/shop.git");
        assertThat(addresses("bitbucket", "repo:push", "push"))
                .containsExactly("https://bitbucket.org/acme/shop");
        assertThat(addresses("bitbucket-server", "pr:from_ref_updated", "pull-request"))
                .containsExactly(
                        "ssh://git@bitbucket.example:7999/acme/shop.git",
                        "https://bitbucket.example/scm/acme/shop.git",
                        "https://bitbucket.example/projects/ACME/repos/shop");
        assertThat(addresses("azure-devops", "", "push-of-two"))
                .containsExactly("https://dev.azure.com/acme/pay/_git/shop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "[1]", "3", "\"text\"", "null", "{\"a\":{\"b\":[]}}"})
    void what_no_sender_sends_is_refused(String json) throws IOException {
        for (var sender : Sender.ALL) {
            assertThat(sender.read("", Payload.read(json.getBytes())))
                    .isInstanceOf(Answer.Refused.class);
        }
    }

    @Test
    void a_field_of_any_other_type_is_never_more_than_a_refusal() {
        var events =
                Map.of(
                        "github", "push",
                        "gitlab", "push",
                        "bitbucket", "push-of-two",
                        "bitbucket-server", "refs-changed",
                        "gitea", "push",
                        "azure-devops", "push-of-two");
        events.forEach(
                (provider, file) -> {
                    for (var body : withEachFieldOdd(Told.body(provider + "/" + file + ".json"))) {
                        assertThat(Told.read(provider, "", body)).isNotNull();
                    }
                });
    }

    private static List<Payload> withEachFieldOdd(Payload body) {
        var odd = new ArrayList<Payload>();
        var root = body.node();
        for (var path : fieldsOf((ObjectNode) root, "")) {
            for (var value : List.of("[]", "{}", "7", "null", "\"x\"", "[null]", "[[]]")) {
                var copy = root.deepCopy();
                var end = path.lastIndexOf('/');
                ((ObjectNode) copy.at(path.substring(0, end)))
                        .set(path.substring(end + 1), json(value));
                odd.add(new Payload(copy));
            }
        }
        return odd;
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) {
        try {
            return Payload.read(text.getBytes()).node();
        } catch (IOException _) {
            return JsonNodeFactory.instance.nullNode();
        }
    }

    private static List<String> fieldsOf(ObjectNode node, String path) {
        var paths = new ArrayList<String>();
        node.properties()
                .forEach(
                        field -> {
                            var name = path + "/" + field.getKey();
                            paths.add(name);
                            if (field.getValue() instanceof ObjectNode below) {
                                paths.addAll(fieldsOf(below, name));
                            }
                        });
        return paths;
    }

    private static List<String> told(String provider, String event, String file) {
        return Told.lines(
                Told.read(provider, event, Told.body("%s/%s.json".formatted(provider, file))));
    }

    private static List<String> addresses(String provider, String event, String file) {
        var body = Told.body("%s/%s.json".formatted(provider, file));
        var hint = (Answer.Hint) Told.read(provider, event, body);
        return hint.changes().getFirst().repositories();
    }
}

package io.dabbawala.reconciler.preview;

import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.object;
import static io.dabbawala.reconciler.plan.Fixtures.ours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffPreviewTest {

    private static final String EXTRANEOUS = "argocd.argoproj.io/compare-options";

    @Test
    void each_pair_gets_one_line_what_is_declared_first() {
        var lines =
                diff(
                        "{}",
                        List.of(config("same", "1"), config("new", "1"), config("edited", "1")),
                        List.of(
                                ours(config("left", "1")),
                                config("edited", "2"),
                                config("foreign", "1"),
                                config("same", "1")));

        assertThat(lines)
                .containsExactly(
                        "none same []",
                        "create new []",
                        "correct edited [/data/answer]",
                        "prune left []",
                        "none foreign []");
    }

    @Test
    void only_what_the_application_tracks_is_pruned() {
        var live = List.of(ours(config("left", "1")));

        assertThat(diff("{'metadata':{'name':'web'}}", List.of(), live))
                .containsExactly("prune left []");
        assertThat(diff("{'metadata':{'name':'other'}}", List.of(), live))
                .containsExactly("none left []");
    }

    @Test
    void what_is_extraneous_by_its_own_word_and_a_hook_are_no_difference() {
        var extraneous = annotated(ours(config("a", "1")), EXTRANEOUS, "IgnoreExtraneous");
        var hook = annotated(config("b", "1"), "argocd.argoproj.io/hook", "PreSync");

        assertThat(diff("{}", List.of(hook), List.of(extraneous)))
                .containsExactly("none b []", "none a []");
    }

    @Test
    void an_object_without_a_namespace_is_in_that_of_the_destination() {
        var bare = object("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'c'}}");
        var shop = "{'spec':{'destination':{'namespace':'shop'}}}";
        var other = "{'spec':{'destination':{'namespace':'other'}}}";

        assertThat(diff(shop, List.of(bare), List.of(config("c", "1"))))
                .containsExactly("none c []");
        assertThat(diff(other, List.of(bare), List.of(config("c", "1"))))
                .containsExactly("create c []", "none c []");
        assertThat(diff("{}", List.of(bare), List.of(config("c", "1"))))
                .containsExactly("none c []");
    }

    @Test
    void what_the_application_ignores_is_not_compared() {
        assertThat(
                        diff(
                                "{'spec':{'ignoreDifferences':[{'kind':'ConfigMap',"
                                        + "'jsonPointers':['/data/answer']}]}}",
                                List.of(config("c", "1")),
                                List.of(config("c", "2"))))
                .containsExactly("none c []");
    }

    @Test
    void where_the_api_server_answered_its_answer_is_compared() {
        var application = PreviewedApplication.of(object("{}"));
        var lines =
                DiffPreview.of(application, false, _ -> {})
                        .of(
                                List.of(config("c", "1")),
                                List.of(config("c", "2")),
                                List.of(config("c", "2")));

        assertThat(lines).extracting(DiffLine::change).containsExactly(DiffLine.Change.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'metadata':{'name':'a'}};desired, document 2 has no kind",
                "{'kind':5};desired, document 2.kind must be a text, not 5",
                "{'kind':'A','metadata':[]};desired, document 2.metadata must be an object, not []",
                "{'kind':'A','metadata':{'name':1}};desired, document 2.metadata.name must be a text, not 1",
                "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'a','namespace':'shop'}};desired, document 2 is about ConfigMap shop/a again: two documents for one object"
            })
    void what_makes_no_object_is_refused_by_its_place(String document, String reason) {
        assertThatThrownBy(() -> diff("{}", List.of(config("a", "1"), object(document)), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    private static List<String> diff(
            String application, List<Map<String, Object>> desired, List<Map<String, Object>> live) {
        return DiffPreview.of(PreviewedApplication.of(object(application)), false, _ -> {})
                .of(desired, live, List.of())
                .stream()
                .map(
                        line ->
                                "%s %s %s"
                                        .formatted(
                                                line.change(),
                                                line.ref().name(),
                                                line.fields().stream()
                                                        .map(one -> one.pointer())
                                                        .toList()))
                .toList();
    }
}

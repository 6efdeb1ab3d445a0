package io.dabbawala.gitwatcher.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    /** Each as {@code LINE VALUE} or {@code LINE:COLUMN! REASON}. */
    private static List<String> in(String text) {
        return Documents.in("a", text.getBytes(UTF_8)).stream().map(DocumentsTest::told).toList();
    }

    private static String told(Found document) {
        return switch (document) {
            case Found.Readable(var value, var line) -> line + " " + value;
            case Found.Unreadable(var problem) ->
                    problem.line() + ":" + problem.column() + "! " + problem.reason();
        };
    }

    @Test
    void every_yaml_document_and_every_element_of_a_list_is_one_and_an_empty_one_is_none() {
        assertThat(in("a: 1\n---\n---\n- b: 2\n-\n- 3\n--- # none\n"))
                .containsExactly("1 {\"a\":1}", "4 {\"b\":2}", "4 3");
        assertThat(in("")).isEmpty();
        assertThat(in("# nothing\n---\n")).isEmpty();
    }

    @Test
    void json_may_be_one_value_a_list_or_several_values() {
        assertThat(in("{\"a\": 1.0}")).containsExactly("1 {\"a\":1}");
        assertThat(in("\n[{\"a\": 1}, null, []]")).containsExactly("1 {\"a\":1}", "1 []");
        assertThat(in("{\t\"a\": \"\\/\\ud83d\\ude00\"\n}\n{\"b\": 2}"))
                .containsExactly("1 {\"a\":\"/\uD83D\uDE00\"}", "1 {\"b\":2}");
    }

    @Test
    void what_only_looks_like_json_is_yaml() {
        assertThat(in("{a: 1}\n---\nb: 2\n")).containsExactly("1 {\"a\":1}", "3 {\"b\":2}");
    }

    @Test
    void a_list_of_kubernetes_is_its_items_and_another_kind_called_list_is_itself() {
        assertThat(in("apiVersion: v1\nkind: List\nitems: [{a: 1}, {b: 2}]"))
                .containsExactly("1 {\"a\":1}", "1 {\"b\":2}");
        assertThat(in("{\"apiVersion\":\"x/v1\",\"kind\":\"List\",\"items\":[]}")).hasSize(1);
    }

    @Test
    void what_cannot_be_read_takes_nothing_else_with_it() {
        assertThat(in("a: 1\n---\na: 1\na: 2\n---\nb: [\n---\nc: 3\n"))
                .containsExactly(
                        "1 {\"a\":1}",
                        "4:1! duplicate key \"a\"",
                        "6:5! expected the node content, but found '<stream end>'",
                        "8 {\"c\":3}");
        assertThat(in("{\"a\": 1}\n{\"a\": 1, \"a\": 2}\n{\"b\": 2}"))
                .hasSize(3)
                .startsWith("1 {\"a\":1}")
                .endsWith("3 {\"b\":2}")
                .element(1)
                .asString()
                .startsWith("2:")
                .contains("duplicate key \"a\"");
    }

    @Test
    void a_thousand_objects_in_one_list_are_within_the_limits() {
        var list = ("- {kind: Pod, text: '" + "x".repeat(5_000) + "'}\n").repeat(1_000);
        assertThat(in(list)).hasSize(1_000);
    }

    @Test
    void a_file_of_two_bytes_a_letter_is_read_by_its_mark() {
        var text = "kind: Pāṭan\n";
        var little = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);

        assertThat(List.of(text.getBytes(StandardCharsets.UTF_16), little))
                .allSatisfy(
                        bytes ->
                                assertThat(Documents.in("a", bytes).toString())
                                        .contains("{\"kind\":\"Pāṭan\"}"));
    }

    @Test
    void what_is_no_text_or_nested_too_deeply_is_told() {
        assertThat(Documents.in("a", new byte[] {(byte) 0xff}))
                .containsExactly(new Found.Unreadable(Problem.of("a", "not UTF-8")));
        assertThat(in("[".repeat(100_000)))
                .singleElement()
                .asString()
                .contains("nested deeper than 100");
    }
}

package io.dabbawala.gitwatcher.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class YamlReaderTest {

    @Test
    void reads_every_document_with_its_line_and_leaves_empty_ones_out() throws Exception {
        var documents = YamlReader.read("a.yaml", "---\n# none\n---\na: 1\n---\nb: 2\n---\n");

        assertThat(documents)
                .extracting(document -> document.line() + " " + document.value())
                .containsExactly("4 {\"a\":1}", "6 {\"b\":2}");
    }

    @Test
    void merges_a_mapping_under_keys_that_are_written_out() throws Exception {
        var documents =
                YamlReader.read("a.yaml", "base: &b {p: 1, q: 2}\nmine:\n  <<: *b\n  q: 3\n");

        assertThat(documents.getFirst().value().path("mine")).hasToString("{\"q\":3,\"p\":1}");
    }

    @Test
    void a_key_is_read_like_a_scalar_as_kubectl_does() throws Exception {
        assertThat(YamlReader.read("a.yaml", "y: 1\n010: 2\n").getFirst().value())
                .hasToString("{\"true\":1,\"8\":2}");
    }

    @Test
    void a_quoted_scalar_and_a_tagged_one_are_text() throws Exception {
        var documents = YamlReader.read("a.yaml", "a: 'no'\nb: \"010\"\nc: !!str 5\n");

        assertThat(documents.getFirst().value())
                .hasToString("{\"a\":\"no\",\"b\":\"010\",\"c\":\"5\"}");
    }

    @Test
    void names_the_place_of_a_syntax_error() {
        assertThat(problem("kind: Service\nmetadata: {name: a\n"))
                .satisfies(problem -> assertThat(problem.file()).isEqualTo("a.yaml"))
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(3));
    }

    @Test
    void refuses_a_key_that_is_given_twice() {
        assertThat(problem("a: 1\nb: 2\na: 3\n"))
                .isEqualTo(new Problem("a.yaml", 3, 1, "duplicate key \"a\""));
    }

    @Test
    void refuses_lists_nested_a_hundred_thousand_deep() {
        assertThat(problem("[".repeat(100_000)).reason()).isEqualTo("nested deeper than 100");
    }

    @Test
    void reads_lists_nested_as_deep_as_allowed() throws Exception {
        var depth = Limits.USUAL.document().depth();

        assertThat(YamlReader.read("a.yaml", "[".repeat(depth) + "]".repeat(depth))).hasSize(1);
    }

    @Test
    void refuses_a_billion_laughs_before_they_are_built() {
        var bomb = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 10; i++) {
            var alias = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", nine(alias))));
        }

        assertThat(problem(bomb.toString()).reason())
                .matches("more than 50 aliases|an object larger than 1048576 bytes");
    }

    @Test
    void names_the_place_of_a_character_that_no_yaml_has() {
        assertThat(problem("a: 1\nb: x\0y\n"))
                .isEqualTo(new Problem("a.yaml", 2, 5, "the character U+0000 is not allowed"));
    }

    @Test
    void refuses_an_alias_to_nothing_and_one_to_itself() {
        assertThat(problem("a: *b\n").reason()).contains("alias *b means nothing yet");
        assertThat(problem("a: &a [*a]\n").reason()).contains("alias *a means nothing yet");
    }

    @Test
    void refuses_a_tag_nobody_knows() {
        assertThat(problem("a: !!python/object:os.system x\n").reason()).contains("is not known");
        assertThat(problem("a: !!int text\n").reason()).contains("\"text\" is no");
    }

    private static String[] nine(String text) {
        var all = new String[9];
        java.util.Arrays.fill(all, text);
        return all;
    }

    private static Problem problem(String yaml) {
        var thrown =
                catchThrowableOfType(UnreadableSource.class, () -> YamlReader.read("a.yaml", yaml));
        assertThat(thrown).as("a problem with:%n%.80s", yaml).isNotNull();
        return thrown.problem();
    }
}

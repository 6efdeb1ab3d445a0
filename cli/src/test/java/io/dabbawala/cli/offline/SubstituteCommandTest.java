package io.dabbawala.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubstituteCommandTest {

    @TempDir private Path folder;

    @BeforeEach
    void vars() throws IOException {
        vars("replicas: '3'\nregion: ap-south-1\n");
    }

    @Test
    void every_manifest_is_answered_with_variables_replaced() {
        var ended =
                substitute(
                        "kind: A\ncount: ${replicas}\nr: \"${region}\"\n---\nkind: B\nx: ${none:=d}\n");

        assertThat(ended.lines())
                .containsExactly(
                        "{\"count\":3,\"kind\":\"A\",\"r\":\"ap-south-1\"}",
                        "{\"kind\":\"B\",\"x\":\"d\"}");
        assertThat(ended.code()).isZero();
    }

    @Test
    void a_manifest_that_cannot_be_expanded_is_an_error_line_and_the_others_go_on() {
        var ended = substitute("kind: ${none}\n---\nkind: ${region\n---\nkind: C\n", "--strict");

        assertThat(ended.lines())
                .containsExactly(
                        "{\"error\":\"envsubst error: variable substitution failed: variable not set"
                                + " (strict mode): \\\"none\\\"\"}",
                        "{\"error\":\"envsubst error: variable substitution failed: missing closing"
                                + " brace\"}",
                        "{\"kind\":\"C\"}");
        assertThat(ended.code()).isZero();
    }

    @Test
    void without_a_variable_nothing_happens() throws IOException {
        vars("{}\n");

        assertThat(substitute("kind: $${region}\n").lines())
                .containsExactly("{\"kind\":\"$${region}\"}");
    }

    @Test
    void variables_are_a_map_of_names_to_text() throws IOException {
        vars("[a]\n");
        assertThat(substitute("kind: A\n").code()).isEqualTo(2);

        vars("a: {b: c}\n");
        assertThat(substitute("kind: A\n").err()).contains("the value of a must be text");
    }

    @Test
    void its_help_shows_a_variable_as_one_writes_it() {
        assertThat(Typed.anywhere().run("substitute", "--help").out())
                .contains("Replaces ${variables} in manifests", "A quoted \"${port}\" becomes");
    }

    private void vars(String yaml) throws IOException {
        Files.writeString(folder.resolve("vars.yaml"), yaml);
    }

    private Typed.Ended substitute(String input, String... options) {
        var words = new String[options.length + 3];
        words[0] = "substitute";
        words[1] = "--vars";
        words[2] = folder.resolve("vars.yaml").toString();
        System.arraycopy(options, 0, words, 3, options.length);
        return Typed.anywhere().reading(input).run(words);
    }
}

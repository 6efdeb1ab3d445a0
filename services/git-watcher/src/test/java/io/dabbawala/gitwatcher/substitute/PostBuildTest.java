package io.dabbawala.gitwatcher.substitute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.gitwatcher.render.CanonicalJson;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostBuildTest {

    private static final Variables VALUES =
            Variables.of(Map.of("replicas", "3", "quote", "\"", "broken", "a\nb", "colon", "a: b"));

    @Test
    void a_plain_scalar_becomes_what_yaml_makes_of_it() throws Exception {
        assertThat(substituted("{\"replicas\":\"${replicas}\",\"none\":\"${unset}\"}"))
                .isEqualTo("{\"none\":null,\"replicas\":3}");
    }

    @Test
    void quotes_of_a_variable_keep_text_text() throws Exception {
        assertThat(substituted("{\"id\":\"${quote}${replicas}${quote}\"}"))
                .isEqualTo("{\"id\":\"3\"}");
    }

    @Test
    void what_needed_quotes_or_lines_keeps_them() throws Exception {
        var manifest =
                "{\"a\":\"no\",\"b\":\"x: ${replicas}\",\"c\":\"${replicas}\\n# ${replicas}\\n\","
                        + "\"d\":\"12:30\",\"e\":[],\"f\":{},\"g\":\"\",\"h\":null,\"i\":1.5}";

        assertThat(substituted(manifest))
                .isEqualTo(
                        "{\"a\":\"no\",\"b\":\"x: 3\",\"c\":\"3\\n# 3\\n\",\"d\":\"12:30\","
                                + "\"e\":[],\"f\":{},\"g\":\"\",\"h\":null,\"i\":1.5}");
    }

    @Test
    void keys_are_expanded_too_and_values_lose_their_line_breaks() throws Exception {
        assertThat(substituted("{\"${broken}\":1}")).isEqualTo("{\"ab\":1}");
    }

    @Test
    void a_value_that_breaks_the_yaml_is_an_error_that_names_the_line() {
        assertThatThrownBy(() -> substituted("{\"a\":1,\"b\":\"x ${colon}\"}"))
                .hasMessageStartingWith("envsubst error: the result is no YAML: line 2: ");
    }

    @Test
    void an_error_is_told_as_flux_tells_it() {
        assertThatThrownBy(() -> substituted("{\"a\":\"${unset\"}"))
                .hasMessage("envsubst error: variable substitution failed: missing closing brace");
        var strict = new Variables(Map.of("x", ""), true, false);
        assertThatThrownBy(() -> PostBuild.of(CanonicalJson.parse("[\"${unset}\"]"), strict))
                .hasMessage(
                        "envsubst error: variable substitution failed: variable not set (strict"
                                + " mode): \"unset\"");
    }

    @Test
    void a_name_no_shell_would_take_is_refused() {
        var values = Variables.of(Map.of("my-name", "x"));

        assertThatThrownBy(() -> PostBuild.of(CanonicalJson.parse("{}"), values))
                .hasMessage(
                        "envsubst error: 'my-name' var name is invalid, must match"
                                + " '^[_[:alpha:]][_[:alpha:][:digit:]]*$'");
    }

    @Test
    void nothing_happens_without_any_value_unless_always() throws Exception {
        var manifest = CanonicalJson.parse("{\"a\":\"${x:=d}\"}");

        assertThat(PostBuild.of(manifest, Variables.of(Map.of()))).isEqualTo(manifest);
        assertThat(PostBuild.of(manifest, new Variables(Map.of(), false, true)))
                .isEqualTo(CanonicalJson.parse("{\"a\":\"d\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"labels", "annotations"})
    void an_object_may_say_that_it_stays_as_it_is(String member) throws Exception {
        var manifest =
                ("{\"data\":\"${replicas}\",\"metadata\":{\"%s\":"
                                + "{\"kustomize.toolkit.fluxcd.io/substitute\":\"%s\"}}}")
                        .formatted(member, "disabled");

        assertThat(substituted(manifest)).isEqualTo(manifest);
        assertThat(substituted(manifest.replace("disabled", "enabled"))).contains("\"data\":3");
    }

    private static String substituted(String manifest) throws BadSubstitution {
        return CanonicalJson.of(PostBuild.of(CanonicalJson.parse(manifest), VALUES));
    }
}

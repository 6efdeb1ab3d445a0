package io.dabbawala.gitwatcher.substitute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of fluxcd/pkg envsubst; what is expected was compared with that program. */
class ExpansionTest {

    private static final Map<String, String> VALUES =
            Map.of(
                    "region", "ap-south-1",
                    "name", "Tiffin",
                    "path", "/srv/shop/web.tar.gz",
                    "empty", "",
                    "city", "Pātan");

    @ParameterizedTest
    @CsvFileSource(resources = "/substitute/expansions.csv", delimiter = '|')
    void expands_every_form(String template, String expected) {
        if (expected.startsWith("!")) {
            assertThatThrownBy(() -> expand(template)).hasMessage(expected.substring(1));
        } else {
            assertThat(expanded(template)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ${          | unable to parse variable name
                    ${}         | unable to parse variable name
                    ${ name}    | unable to parse variable name
                    ${name      | missing closing brace
                    ${list[@]}  | missing closing brace
                    ${name?x}   | missing closing brace
                    ${name+x}   | missing closing brace
                    ${#}        | bad substitution
                    ${#name     | bad substitution
                    ${name:=x   | unable to parse substitution within function
                    ${name#}    | unable to parse substitution within function
                    ${name^x}   | bad substitution
                    ${name/a}   | bad substitution
                    """)
    void refuses_what_is_no_template(String template, String reason) {
        assertThatThrownBy(() -> expand(template)).hasMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${unset}",
                "${#unset}",
                "${unset^^}",
                "${unset:1}",
                "${unset/a/b}",
                "${unset%x}"
            })
    void in_strict_mode_a_name_without_a_value_is_an_error(String template) {
        assertThatThrownBy(() -> strict(template))
                .hasMessage("variable not set (strict mode): \"unset\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${unset:=x}", "${unset:-x}", "${unset=x}", "${unset-x}"})
    void in_strict_mode_a_default_is_enough(String template) throws Exception {
        assertThat(strict(template)).isEqualTo("x");
    }

    @Test
    void in_strict_mode_an_empty_value_is_a_value() throws Exception {
        assertThat(strict("<${empty}>")).isEqualTo("<>");
    }

    private static String strict(String template) throws BadSubstitution {
        return PostBuild.expand(template, new Variables(VALUES, true, false));
    }

    private static String expand(String template) throws BadSubstitution {
        return PostBuild.expand(template, Variables.of(VALUES));
    }

    private static String expanded(String template) {
        try {
            return expand(template);
        } catch (BadSubstitution e) {
            throw new AssertionError(template, e);
        }
    }
}

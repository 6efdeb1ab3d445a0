package io.dabbawala.gitwatcher.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.gitwatcher.generate.parameter.ArgoFunctions;
import io.dabbawala.gitwatcher.template.GoTemplate;
import io.dabbawala.gitwatcher.template.MissingKey;
import io.dabbawala.gitwatcher.template.function.Budget;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateLimitsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ repeat 1000000000 \"x\" }}",
                "{{ range until 2000000000 }}{{ end }}",
                "{{ range 2000000000 }}{{ end }}",
                "{{ range until 2000 }}{{ range until 2000 }}{{ end }}{{ end }}",
                "{{ seq 1 2000000000 }}",
                "{{ indent 1000000000 \"x\" }}",
                "{{ $x := \"x\" }}{{ range until 100 }}{{ $x = print $x $x }}{{ end }}",
                "{{ $x := \"x\" }}{{ range until 100 }}{{ $x = replace \"x\" \"xxxxxxxx\" $x }}{{ end }}",
                "{{ $x := list 1 }}{{ range until 100 }}{{ $x = concat $x $x }}{{ end }}",
                "{{ printf \"%999999d\" 1 | repeat 100 }}",
                "{{ define \"r\" }}{{ template \"r\" . }}{{ end }}{{ template \"r\" . }}",
            })
    void a_template_that_takes_too_much_is_refused(String template) {
        assertThatThrownBy(() -> render(template))
                .isInstanceOf(TemplateFailed.class)
                .hasMessageMatching("(?s).*(more than [0-9]+|exceeded maximum template depth).*");
    }

    @Test
    void an_expression_that_backtracks_without_end_is_refused() {
        var template = "{{ regexMatch \"(.*)(.*)(.*)(.*)(.*)x\" (repeat 200 \"a\") }}";

        assertThatThrownBy(() -> render(template))
                .isInstanceOf(TemplateFailed.class)
                .hasMessageContaining("takes more than 2000000 steps");
    }

    @Test
    void parentheses_have_an_end() {
        var template = "{{ " + "(".repeat(5000) + "1" + ")".repeat(5000) + " }}";

        assertThatThrownBy(() -> render(template))
                .hasMessage("template: :1: max expression depth exceeded");
    }

    @Test
    void what_would_differ_from_run_to_run_is_refused() {
        assertThatThrownBy(() -> render("{{ randAlphaNum 5 }}"))
                .hasMessageContaining("the same input must give the same text");
        assertThatThrownBy(() -> render("{{ now }}")).hasMessageContaining("there is no clock");
    }

    @Test
    void what_reads_the_environment_does_not_exist() {
        assertThatThrownBy(() -> render("{{ env \"HOME\" }}"))
                .hasMessage("template: :1: function \"env\" not defined");
    }

    @Test
    void a_large_but_honest_template_is_carried_out() throws TemplateFailed {
        assertThat(render("{{ range until 10000 }}line {{ . }}\n{{ end }}")).hasLineCount(10_000);
    }

    private static String render(String template) throws TemplateFailed {
        return GoTemplate.parse(template, ArgoFunctions.ALL)
                .render(Map.of(), MissingKey.DEFAULT, new Budget());
    }
}

package io.dabbawala.reconciler.health.expression;

import static io.dabbawala.reconciler.plan.Fixtures.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dabbawala.reconciler.object.LiveObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionHealthTest {

    private static final String ALL =
            "{'apiVersion':'x/v1','kind':'Y','inProgress':'data.inProgress','failed':'data.failed',"
                    + "'current':'data.current'}";
    private static final HealthCheck READY =
            new HealthCheck(
                    "x",
                    "Y",
                    "",
                    "status.conditions.filter(e, e.type == 'Ready').all(e, e.status == 'False')",
                    "status.conditions.filter(e, e.type == 'Ready').all(e, e.status == 'True')");

    private static ExpressionHealth health(String check) {
        return new ExpressionHealth(List.of(HealthCheck.of(object(check))));
    }

    private static String told(String check, String fields) {
        return told(HealthCheck.of(object(check)), fields);
    }

    private static String told(HealthCheck check, String fields) {
        var written = "{'apiVersion':'x/v1beta1','kind':'Y',%s}".formatted(fields);
        var health = new ExpressionHealth(List.of(check));
        var status = health.of(LiveObject.of(object(written))).orElseThrow();
        return status.state().word() + (status.message().isEmpty() ? "" : ": " + status.message());
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true, InProgress",
        "false, true, true, Failed",
        "false, false, true, Current",
        "false, false, false, InProgress"
    })
    void the_first_that_is_true_decides(
            boolean inProgress, boolean failed, boolean current, String state) {
        var data =
                "'data':{'inProgress':%s,'failed':%s,'current':%s}"
                        .formatted(inProgress, failed, current);

        assertThat(told(ALL, data)).isEqualTo(state);
    }

    @Test
    void a_generation_nobody_has_looked_at_comes_first() {
        var behind = "'metadata':{'generation':2},'status':{'observedGeneration':1}";

        assertThat(told(READY, behind)).isEqualTo("InProgress");
        assertThat(told(ALL, "'data':{},'metadata':{'generation':2}"))
                .startsWith("Unknown: failed to evaluate");
    }

    @Test
    void conditions_are_asked_as_in_flux_documentation() {
        assertThat(told(READY, "'status':{'conditions':[{'type':'Ready','status':'True'}]}"))
                .isEqualTo("Current");
        assertThat(told(READY, "'status':{'conditions':[{'type':'Ready','status':'False'}]}"))
                .isEqualTo("Failed");
        assertThat(told(READY, "'status':{'conditions':[]}")).isEqualTo("Failed");
    }

    @Test
    void what_fails_is_unknown_and_says_which_expression() {
        var typo = ALL.replace("data.failed", "data.failedd");
        var data = "'data':{'inProgress':false,'failed':false,'current':true}";

        assertThat(told(typo, data))
                .isEqualTo(
                        "Unknown: failed to evaluate the CEL expression 'data.failedd':"
                                + " no such key: failedd");
        assertThat(told(READY, "'spec':{}"))
                .startsWith("Unknown: failed to evaluate the CEL expression 'status.conditions");
        assertThat(told(ALL.replace("data.inProgress", "data.text"), "'data':{'text':'x'}"))
                .isEqualTo("Unknown: failed to evaluate CEL expression as boolean: 'data.text'");
    }

    @Test
    void another_kind_or_group_is_not_asked_and_another_version_is() {
        var health = health(ALL);

        assertThat(health.of(LiveObject.of(object("{'apiVersion':'x/v2','kind':'Z'}")))).isEmpty();
        assertThat(health.of(LiveObject.of(object("{'apiVersion':'y/v1','kind':'Y'}")))).isEmpty();
        assertThat(health.of(LiveObject.of(object("{'apiVersion':'x/v2','kind':'Y'}"))))
                .isPresent();
    }

    @Test
    void checks_without_a_kind_without_current_or_with_no_cel_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> health("{'apiVersion':'x/v1','kind':'Y'}"))
                .withMessage("expression Current not specified");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> health("{'current':'true'}"))
                .withMessageContaining("kind");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> health(ALL.replace("data.failed", "data.")))
                .withMessageStartingWith("failed to parse the expression Failed: ");
    }
}

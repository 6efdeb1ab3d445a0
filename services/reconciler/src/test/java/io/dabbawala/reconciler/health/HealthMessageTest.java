package io.dabbawala.reconciler.health;

import static io.dabbawala.reconciler.plan.Fixtures.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.object.LiveObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The words users of Argo CD know and match on. JSON in single quotes. */
class HealthMessageTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/health/argo-messages.csv", quoteCharacter = '`', delimiter = '|')
    void each_rule_speaks_as_argo_cd_does(
            String apiVersion, String kind, String fields, String message) {
        var object =
                LiveObject.of(
                        object(
                                "{'apiVersion':'%s','kind':'%s',%s}"
                                        .formatted(apiVersion, kind, fields)));

        assertThat(ObjectHealth.of(object).orElseThrow().message()).isEqualTo(message);
    }
}

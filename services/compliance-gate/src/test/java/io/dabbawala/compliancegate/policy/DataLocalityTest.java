package io.dabbawala.compliancegate.policy;

import static io.dabbawala.compliancegate.policy.Objects.create;
import static io.dabbawala.compliancegate.policy.Objects.demo;
import static io.dabbawala.compliancegate.policy.Objects.one;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.expressions.Limits;
import org.junit.jupiter.api.Test;

/** The demo's policy: the region of the database starts with india-. */
class DataLocalityTest {

    private final PolicyJudge judge = new PolicyJudge(Limits.DEFAULT);
    private final PolicyBook book = PolicyBook.of(demo("data-locality.yaml"));

    @Test
    void denies_a_region_elsewhere_and_names_the_field() {
        var findings = judge.judge(book, create(config("{DATABASE_REGION: us-east-1}")));

        assertThat(findings).hasSize(1);
        var finding = findings.getFirst();
        assertThat(finding.message())
                .isEqualTo("DATABASE_REGION must start with india-, found us-east-1");
        assertThat(finding.policy()).isEqualTo("data-locality");
        assertThat(finding.action()).isEqualTo(Action.DENY);
        assertThat(finding.object()).hasToString("ConfigMap shop/web");
        assertThat(finding.field()).contains("/data/DATABASE_REGION");
    }

    @Test
    void admits_a_region_in_india_and_objects_without_one() {
        assertThat(judge.judge(book, create(config("{DATABASE_REGION: india-west-1}")))).isEmpty();
        assertThat(judge.judge(book, create(config("{OTHER: us-east-1}")))).isEmpty();
        assertThat(judge.judge(book, create(config("null")))).isEmpty();
    }

    private static io.dabbawala.compliancegate.document.Document config(String data) {
        return one(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: web, namespace: shop}
                data: %s
                """
                        .formatted(data));
    }
}

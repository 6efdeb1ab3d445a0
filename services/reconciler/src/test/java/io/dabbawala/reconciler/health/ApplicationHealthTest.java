package io.dabbawala.reconciler.health;

import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.deployment;
import static io.dabbawala.reconciler.plan.Fixtures.object;
import static io.dabbawala.reconciler.plan.Fixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.health.Health.Status;
import io.dabbawala.reconciler.object.LiveObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApplicationHealthTest {

    private static final Map<String, Object> STUCK =
            with(
                    deployment("stuck", "web:crash"),
                    "status",
                    object(
                            "{'conditions':[{'type':'Progressing','status':'False',"
                                    + "'reason':'ProgressDeadlineExceeded'}]}"));
    private static final Map<String, Object> STARTING = deployment("starting", "web:1");

    @Test
    void it_is_as_well_as_its_worst_object_and_names_it() {
        var health = of(config("web", "1"), STARTING, STUCK);

        assertThat(health.status()).isEqualTo(Status.DEGRADED);
        assertThat(health.message()).startsWith("Deployment shop/stuck: ");
    }

    @Test
    void objects_without_an_opinion_do_not_matter() {
        assertThat(of(config("web", "1")).status()).isEqualTo(Status.HEALTHY);
    }

    @Test
    void an_object_that_asks_to_be_ignored_is() {
        var ignored = annotated(STUCK, "argocd.argoproj.io/ignore-healthcheck", "true");

        assertThat(of(ignored).status()).isEqualTo(Status.HEALTHY);
        assertThat(of(annotated(STUCK, "argocd.argoproj.io/ignore-healthcheck", "no")).status())
                .isEqualTo(Status.DEGRADED);
    }

    @Test
    void it_is_missing_when_none_of_its_objects_is_there_and_not_before() {
        assertThat(of().status()).isEqualTo(Status.MISSING);
        assertThat(of(config("web", "1")).status()).isEqualTo(Status.HEALTHY);
        assertThat(ApplicationHealth.of(List.of(), 0).status()).isEqualTo(Status.HEALTHY);
    }

    @Test
    void an_application_among_the_objects_that_is_missing_or_unknown_answers_for_itself() {
        var child =
                LiveObject.of(object("{'apiVersion':'argoproj.io/v1alpha1','kind':'Application'}"));
        for (var status : Status.values()) {
            HealthRules rules = _ -> Optional.of(new Health(status, ""));
            var isSilent = status == Status.MISSING || status == Status.UNKNOWN;
            assertThat(ApplicationHealth.of(List.of(child), 1, rules).status())
                    .isEqualTo(isSilent ? Status.HEALTHY : status);
        }
        assertThat(ApplicationHealth.of(List.of(child), 1).status()).isEqualTo(Status.HEALTHY);
    }

    @SafeVarargs
    private static Health of(Map<String, Object>... contents) {
        var all = new ArrayList<LiveObject>();
        for (var content : contents) {
            all.add(LiveObject.of(content));
        }
        return ApplicationHealth.of(all, 3);
    }
}

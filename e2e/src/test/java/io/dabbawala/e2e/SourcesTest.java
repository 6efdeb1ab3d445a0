package io.dabbawala.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.events.Health;
import io.dabbawala.events.SyncFinished;
import io.dabbawala.events.SyncOutcome;
import io.dabbawala.local.cluster.ClusterChoice;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever an application is made of, the packaged services bring it to the cluster. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourcesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Market market;

    @BeforeAll
    void open() {
        market = Market.open(new ClusterChoice.Twin());
        Kitchen.open(market.developer);
        market.push();
    }

    @AfterAll
    void close() {
        if (market != null) {
            market.close();
        }
    }

    @Test
    void a_chart_is_rendered_with_the_values_of_its_application() {
        delivered("argocd/soup");

        assertThat(data("soup")).isEqualTo(Map.of("spice", "HOT"));
    }

    @Test
    void a_set_generates_an_application_for_each_folder() {
        delivered("argocd/bread-naan");
        delivered("argocd/bread-roti");

        assertThat(data("naan")).isEqualTo(Map.of("flour", "wheat"));
        assertThat(data("roti")).isEqualTo(Map.of("flour", "millet"));
    }

    @Test
    void hooks_run_before_and_after_what_they_belong_to() {
        var sync = delivered("argocd/curry");

        assertThat(data("curry")).isEqualTo(Map.of("leaf", "bay"));
        assertThat(sync.getObjects())
                .extracting(one -> one.getObject().getName() + ": " + one.getMessage())
                .anyMatch(one -> one.equals("curry-presync: hook PreSync succeeded"))
                .anyMatch(one -> one.equals("curry-postsync: hook PostSync succeeded"));
    }

    @Test
    void a_kustomization_of_flux_is_delivered_with_its_variables() {
        delivered("flux-system/lassi");

        assertThat(data("lassi")).isEqualTo(Map.of("fruit", "mango"));
    }

    private SyncFinished delivered(String application) {
        await(application + " to be delivered")
                .atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(market.log.events(SyncFinished.class, application))
                                        .anyMatch(SourcesTest::isDone));
        return market.log.events(SyncFinished.class, application).getFirst();
    }

    private static boolean isDone(SyncFinished sync) {
        return sync.getOutcome() == SyncOutcome.SUCCEEDED && sync.getHealth() == Health.HEALTHY;
    }

    private Object data(String configMap) {
        return market.witness.live().stream()
                .filter(thing -> thing.name().name().equals(configMap))
                .filter(thing -> thing.name().kind().equals("ConfigMap"))
                .map(thing -> thing.content().get("data"))
                .findFirst()
                .orElse("missing");
    }
}

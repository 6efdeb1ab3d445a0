package io.dabbawala.reconciler.sync;

import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.desired;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.health.Health.Status;
import io.dabbawala.reconciler.health.ObjectHealth;
import io.dabbawala.reconciler.health.script.LuaScript;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Rules of one's own, where a kind has none. */
class OwnHealthTest {

    private static final LuaScript SCRIPT =
            LuaScript.of(
                    "return {status = obj.data.answer == '1' and 'Healthy' or 'Degraded',"
                            + " message = obj.data.answer}");

    private final Turns app =
            new Turns(new ObjectHealth(object -> SCRIPT.judge(object.content(), Instant.EPOCH)));

    @Test
    void they_are_the_health_of_the_sync_and_of_its_objects() {
        app.sync(desired(1, config("web", "2")));

        var result = app.results().getFirst();
        assertThat(result.health().status()).isEqualTo(Status.DEGRADED);
        assertThat(result.health().message()).isEqualTo("ConfigMap shop/web: 2");
    }

    @Test
    void what_they_call_healthy_is() {
        app.sync(desired(1, config("web", "1")));

        assertThat(app.results().getFirst().health().status()).isEqualTo(Status.HEALTHY);
    }
}

package io.dabbawala.reconciler.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HookNameTest {

    private static final Instant START = Instant.ofEpochSecond(1_764_000_000L, 999);

    @Test
    void a_generated_name_is_that_of_revision_phase_and_start() {
        var hook = Map.<String, Object>of("metadata", Map.of("generateName", "migrate-"));

        assertThat(new HookName("0123456789abcdef", START).of(hook, Phase.PRE_SYNC))
                .isEqualTo("migrate-0123456-presync-1764000000");
        assertThat(new HookName("v1.2.3", START).of(hook, Phase.SYNC_FAIL))
                .isEqualTo("migrate-v1.2.3-syncfail-1764000000");
    }

    @Test
    void a_name_stays() {
        var hook = Map.<String, Object>of("metadata", Map.of("name", "m", "generateName", "x-"));

        assertThat(new HookName("abc", START).of(hook, Phase.PRE_SYNC)).isEqualTo("m");
    }
}

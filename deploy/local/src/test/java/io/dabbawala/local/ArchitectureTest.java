package io.dabbawala.local;

import io.dabbawala.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void packages_touch_what_they_are_named_after() {
        Architecture.of("io.dabbawala.local")
                .edges("process", "kafka", "cluster", "traffic", "demo")
                .check();
    }
}

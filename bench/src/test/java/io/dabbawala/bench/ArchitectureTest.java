package io.dabbawala.bench;

import io.dabbawala.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void packages_touch_what_they_are_named_after() {
        Architecture.of("io.dabbawala.bench")
                .edges("git", "kubernetes", "kafka", "process")
                .check();
    }
}

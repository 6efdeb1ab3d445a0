package io.dabbawala.notifier;

import io.dabbawala.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void what_decides_knows_nothing_of_what_it_is_connected_to() {
        Architecture.of("io.dabbawala.notifier")
                .edges("kafka", "http")
                .valueLibraries("com.fasterxml.jackson..")
                .check();
    }
}

package io.dabbawala.rolloutanalyzer;

import io.dabbawala.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void what_decides_knows_nothing_of_what_it_is_connected_to() {
        Architecture.of("io.dabbawala.rolloutanalyzer")
                .edges("kafka")
                .valueLibraries("com.datadoghq.sketch..", "com.fasterxml.jackson..")
                .check();
    }
}

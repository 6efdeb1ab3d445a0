package io.dabbawala.compliancegate;

import io.dabbawala.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void a_concept_knows_only_concepts_and_nothing_is_too_long() {
        Architecture.of("io.dabbawala.compliancegate")
                .edges("kafka")
                .valueLibraries(
                        "org.bouncycastle..",
                        "io.dabbawala.expressions..",
                        "com.google.re2j..",
                        "com.fasterxml.jackson..")
                .check();
    }
}

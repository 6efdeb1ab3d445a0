package io.dabbawala.reconciler;

import io.dabbawala.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void concepts_know_only_concepts_and_trees() {
        Architecture.of("io.dabbawala.reconciler")
                .edges("kafka", "kubernetes")
                .valueLibraries(
                        "org.bouncycastle..",
                        "com.fasterxml.jackson..",
                        "net.thisptr.jackson.jq..",
                        "org.luaj..",
                        "io.dabbawala.expressions..")
                .check();
    }
}

package io.dabbawala.gitwatcher;

import io.dabbawala.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void concepts_know_no_edge_and_nothing_grows_too_long() {
        Architecture.of("io.dabbawala.gitwatcher")
                .edges("forge", "git", "helm", "http", "kafka", "process")
                .valueLibraries("com.fasterxml.jackson..", "org.yaml.snakeyaml..", "javax.crypto..")
                .check();
    }
}

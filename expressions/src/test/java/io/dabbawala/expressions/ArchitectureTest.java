package io.dabbawala.expressions;

import io.dabbawala.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_library_touches_nothing_but_cel() {
        Architecture.of("io.dabbawala.expressions")
                .valueLibraries("dev.cel..", "com.google..")
                .check();
    }
}

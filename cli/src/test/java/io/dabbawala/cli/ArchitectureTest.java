package io.dabbawala.cli;

import io.dabbawala.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void packages_touch_what_they_are_named_after() {
        Architecture.of("io.dabbawala.cli")
                .edges("terminal", "http", "local", "command", "shell", "offline")
                .valueLibraries("com.fasterxml.jackson..")
                .check();
    }
}

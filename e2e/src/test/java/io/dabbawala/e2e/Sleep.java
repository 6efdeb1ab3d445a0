package io.dabbawala.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.local.process.Program;
import java.io.IOException;

/** A process that stands still, as under a debugger or on a machine that was frozen. */
record Sleep(Program program) implements AutoCloseable {

    static Sleep of(Program program) {
        signal("STOP", program);
        return new Sleep(program);
    }

    /** It goes on where it was, and knows of nothing that happened since. */
    @Override
    public void close() {
        signal("CONT", program);
    }

    private static void signal(String name, Program program) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name, Long.toString(program.pid()));
            assertThat(kill.inheritIO().start().waitFor()).isZero();
        } catch (IOException e) {
            throw new IllegalStateException("send " + name + " to " + program.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

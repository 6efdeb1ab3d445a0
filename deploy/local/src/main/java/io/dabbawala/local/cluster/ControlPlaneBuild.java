package io.dabbawala.local.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Builds the programs of the real control plane into the user's cache; afterwards it only looks
 * whether they are there.
 */
public record ControlPlaneBuild(Path home) {

    /** Runs in the foreground with its progress on the terminal; returns its exit code. */
    public int run() {
        var script = home.resolve("deploy/local/control-plane/build").toString();
        try {
            return new ProcessBuilder(script).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("run " + script, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while building the control plane", e);
        }
    }
}

package io.dabbawala.gitwatcher.process;

import java.time.Duration;

/**
 * What one run of a program may cost.
 *
 * @param cpu of all its threads together
 * @param memory bytes it may write to
 * @param output bytes of its answer, and of any file it writes
 * @param processes threads count too
 * @param deadline until it is killed
 * @param file bytes of a file it gets
 */
public record RenderLimits(
        Duration cpu, long memory, long output, int processes, Duration deadline, int file) {

    public static final RenderLimits DEFAULT =
            new RenderLimits(
                    Duration.ofSeconds(30),
                    512 << 20,
                    64 << 20,
                    64,
                    Duration.ofSeconds(60),
                    5 << 20);
}

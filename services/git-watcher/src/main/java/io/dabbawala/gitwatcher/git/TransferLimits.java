package io.dabbawala.gitwatcher.git;

import java.time.Duration;

/**
 * How much of us a host may take up.
 *
 * @param silence how long it may say nothing
 * @param whole how long all of a transfer may take, however busy it looks
 * @param packBytes how much it may send
 * @param objectBytes how large one file may be, unpacked
 */
public record TransferLimits(Duration silence, Duration whole, long packBytes, long objectBytes) {

    public static final TransferLimits USUAL =
            new TransferLimits(
                    Duration.ofSeconds(30), Duration.ofMinutes(5), 512L << 20, 100L << 20);
}

package io.dabbawala.bench;

import io.dabbawala.bench.process.Cost;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until what is measured has nothing left to do. */
final class Quiet {

    private static final Duration STEP = Duration.ofMillis(500);
    private static final Duration AT_MOST = Duration.ofMinutes(3);
    private static final double IDLE = 0.3;

    /** Until the engine used hardly more than polling costs for that long. */
    static void await(Site site, Duration length) {
        var deadline = Instant.now().plus(AT_MOST);
        var since = Instant.now();
        double before = seconds(site);
        while (Duration.between(since, Instant.now()).compareTo(length) < 0
                && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(STEP.toNanos());
            double now = seconds(site);
            if (now - before > IDLE * STEP.toMillis() / 1000) {
                since = Instant.now();
            }
            before = now;
        }
    }

    static void until(BooleanSupplier happened, Duration patience, String failure) {
        var deadline = Instant.now().plus(patience);
        while (!happened.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(failure);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static double seconds(Site site) {
        return Site.SERVICES.stream().mapToDouble(name -> Cost.seconds(site.pid(name))).sum();
    }

    private Quiet() {}
}

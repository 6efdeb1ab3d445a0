package io.dabbawala.notifier.send;

import java.time.Duration;
import java.util.Optional;

/**
 * How often and how long a notice is tried: the pause doubles from {@code first} to {@code most},
 * and never is shorter than the recipient asks for.
 *
 * @param deadline counted from when the notice became due
 */
public record Patience(Duration first, Duration most, Duration deadline) {

    private static final int MOST_DOUBLINGS = 20;

    /** The pause before the next attempt; empty when it would end after the deadline. */
    Optional<Duration> pause(int attempts, Duration atLeast, Duration sinceDue) {
        var doubled = first.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        var pause = shorter(doubled, most);
        var asked = atLeast.compareTo(pause) > 0 ? atLeast : pause;
        return Optional.of(asked).filter(it -> sinceDue.plus(it).compareTo(deadline) <= 0);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

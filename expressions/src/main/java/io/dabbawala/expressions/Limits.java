package io.dabbawala.expressions;

import java.time.Duration;

/**
 * How far an expression may go.
 *
 * @param characters of its text
 * @param depth of its brackets and operators
 * @param nesting of loops ({@code all}, {@code map} ...) inside loops
 * @param iterations of all its loops together
 * @param steps of evaluation
 * @param size of what it makes: characters of one text and, a hundredth of it, elements of one list
 * @param deadline by the wall clock, to compile or to evaluate
 */
public record Limits(
        int characters,
        int depth,
        int nesting,
        int iterations,
        int steps,
        int size,
        Duration deadline) {

    public static final Limits DEFAULT =
            new Limits(4_096, 32, 2, 10_000, 1_000_000, 1 << 20, Duration.ofSeconds(2));

    int elements() {
        return size / 100;
    }

    /** Characters that one evaluation may make in total. */
    int total() {
        return 4 * size;
    }
}

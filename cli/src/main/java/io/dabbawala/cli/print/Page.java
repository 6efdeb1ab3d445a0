package io.dabbawala.cli.print;

import java.time.Instant;

/**
 * What lines are made for.
 *
 * @param width columns of the terminal; 0 when lines may be as long as they are
 * @param wide all columns are wanted
 * @param now ages are counted from here
 */
public record Page(Palette palette, int width, boolean wide, Instant now) {

    /** How long ago, as in {@code 12s}, {@code 5m}, {@code 3h}, {@code 4d}. */
    public String age(String instant) {
        return instant.isEmpty() ? "" : Age.between(Instant.parse(instant), now);
    }
}

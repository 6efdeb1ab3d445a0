package io.dabbawala.console.http;

/** How many of a list are asked for. */
final class Limit {

    private static final int MOST = 1_000;

    static int of(int asked) {
        if (asked < 1 || asked > MOST) {
            throw ProblemException.badRequest(
                    "limit must be 1 to %d, not %d".formatted(MOST, asked));
        }
        return asked;
    }

    private Limit() {}
}

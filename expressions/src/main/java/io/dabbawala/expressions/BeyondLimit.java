package io.dabbawala.expressions;

/** An expression went further than it may; thrown from within its evaluation. */
final class BeyondLimit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BeyondLimit(String reason) {
        super(reason, null, false, false);
    }
}

package io.dabbawala.reconciler.health.script;

/** Ends a script that asked for too much. An error, because scripts can catch exceptions. */
final class Exhausted extends Error {

    private static final long serialVersionUID = 1L;

    Exhausted(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}

package io.dabbawala.reconciler.health.kstatus;

import io.dabbawala.reconciler.health.Health;

/** Where an object is on its way to what it should be, and why. */
public record ObjectStatus(State state, String message) {

    public enum State {
        CURRENT("Current"),
        IN_PROGRESS("InProgress"),
        FAILED("Failed"),
        TERMINATING("Terminating"),
        UNKNOWN("Unknown");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** As people write it. */
        public String word() {
            return word;
        }
    }

    /** The same in Argo CD's words. */
    public Health asHealth() {
        return switch (state) {
            case CURRENT -> Health.healthy(message);
            case IN_PROGRESS, TERMINATING -> Health.progressing(message);
            case FAILED -> Health.degraded(message);
            case UNKNOWN -> Health.unknown(message);
        };
    }

    static ObjectStatus current(String message) {
        return new ObjectStatus(State.CURRENT, message);
    }

    static ObjectStatus inProgress(String message) {
        return new ObjectStatus(State.IN_PROGRESS, message);
    }

    static ObjectStatus failed(String message) {
        return new ObjectStatus(State.FAILED, message);
    }

    static ObjectStatus unknown(String message) {
        return new ObjectStatus(State.UNKNOWN, message);
    }
}

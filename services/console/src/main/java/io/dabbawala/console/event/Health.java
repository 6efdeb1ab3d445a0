package io.dabbawala.console.event;

public enum Health {
    UNKNOWN("Unknown"),
    HEALTHY("Healthy"),
    SUSPENDED("Suspended"),
    PROGRESSING("Progressing"),
    MISSING("Missing"),
    DEGRADED("Degraded");

    private final String word;

    Health(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}

package io.dabbawala.console.event;

public enum RolloutPhase {
    UNKNOWN("Unknown", false),
    INITIALIZING("Initializing", true),
    INITIALIZED("Initialized", false),
    WAITING("Waiting", true),
    PROGRESSING("Progressing", true),
    WAITING_PROMOTION("WaitingPromotion", true),
    PROMOTING("Promoting", true),
    FINALISING("Finalising", true),
    SUCCEEDED("Succeeded", false),
    FAILED("Failed", false);

    private final String word;
    private final boolean underWay;

    RolloutPhase(String word, boolean underWay) {
        this.word = word;
        this.underWay = underWay;
    }

    public String word() {
        return word;
    }

    public boolean isUnderWay() {
        return underWay;
    }
}

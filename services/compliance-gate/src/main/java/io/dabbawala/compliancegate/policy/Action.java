package io.dabbawala.compliancegate.policy;

/** What a broken rule leads to, the strongest first. */
public enum Action {
    DENY("Deny"),
    WARN("Warn"),
    AUDIT("Audit");

    private final String word;

    Action(String word) {
        this.word = word;
    }

    /** As {@code validationActions} has it. */
    public String word() {
        return word;
    }
}

package io.dabbawala.compliancegate.calendar;

/** A sync window that says nothing anybody could follow. */
public final class UnreadableWindow extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableWindow(String reason) {
        super(reason);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}

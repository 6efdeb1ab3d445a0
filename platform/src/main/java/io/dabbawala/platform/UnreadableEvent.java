package io.dabbawala.platform;

/** These bytes are not the event that was expected, however often one looks. */
public final class UnreadableEvent extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String reason) {
        super(reason);
    }
}

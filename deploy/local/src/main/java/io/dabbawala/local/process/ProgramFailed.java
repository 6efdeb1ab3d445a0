package io.dabbawala.local.process;

/**
 * A program that did not come up or went away; the message says where its log is and how it ends.
 */
public final class ProgramFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProgramFailed(String message) {
        super(message);
    }
}

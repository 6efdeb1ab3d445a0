package io.dabbawala.gitwatcher.substitute;

/** A template nobody can expand, or a variable that had to be set and is not. */
public final class BadSubstitution extends Exception {

    private static final long serialVersionUID = 1L;

    BadSubstitution(String reason) {
        super(reason);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}

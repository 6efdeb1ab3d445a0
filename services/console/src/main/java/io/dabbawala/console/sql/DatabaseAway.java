package io.dabbawala.console.sql;

/** The database did not do what it was asked to; another try may succeed. */
public final class DatabaseAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseAway(String message, Throwable cause) {
        super(message, cause);
    }
}

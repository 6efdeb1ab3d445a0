package io.dabbawala.cli.answer;

/** Ends a command. The message names the object and the way out. */
public final class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    private CommandFailed(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    public ExitCode code() {
        return code;
    }

    public String said() {
        return String.valueOf(getMessage());
    }

    public static CommandFailed no(String message) {
        return new CommandFailed(ExitCode.NO, message);
    }

    public static CommandFailed input(String message) {
        return new CommandFailed(ExitCode.INPUT, message);
    }

    public static CommandFailed unavailable(String message) {
        return new CommandFailed(ExitCode.UNAVAILABLE, message);
    }

    public static CommandFailed internal(String message) {
        return new CommandFailed(ExitCode.INTERNAL, message);
    }
}

package io.dabbawala.cli.answer;

/** How a command ended, as scripts see it; 64 and above as in sysexits.h. */
public enum ExitCode {
    OK(0),
    /** It was answered, and the answer is no. */
    NO(1),
    /** What was named or given is at fault. */
    INPUT(2),
    USAGE(64),
    /** Something that is needed is not there. */
    UNAVAILABLE(69),
    INTERNAL(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}

package io.dabbawala.gitwatcher.render;

/** What is wrong and where. Line and column count from 1; 0 is the whole file. */
public record Problem(String file, int line, int column, String reason) {

    public static Problem of(String file, String reason) {
        return new Problem(file, 0, 0, reason);
    }

    /** The same in a text that starts this many lines further down. */
    Problem below(int lines) {
        return line == 0 ? this : new Problem(file, line + lines, column, reason);
    }
}

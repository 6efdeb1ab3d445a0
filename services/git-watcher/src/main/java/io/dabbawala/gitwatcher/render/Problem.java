package io.dabbawala.gitwatcher.render;

/** What is wrong and where. Line and column count from 1; 0 is the whole file. */
public record Problem(String file, int line, int column, String reason) {

    public static Problem of(String file, String reason) {
        return new Problem(file, 0, 0, reason);
    }
}

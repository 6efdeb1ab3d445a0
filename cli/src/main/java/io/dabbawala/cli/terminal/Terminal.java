package io.dabbawala.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.cli.print.Page;
import io.dabbawala.cli.print.Palette;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Instant;

/**
 * Where the answer and everything about it go.
 *
 * @param interactive somebody is looking: colour, lines cut to the width, pictures that move
 * @param width columns; 0 when unknown
 */
public record Terminal(
        PrintStream out, PrintStream err, boolean interactive, boolean colour, int width) {

    static Terminal ofProcess() {
        var interactive = Boolean.getBoolean("dabbawala.terminal");
        return new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                interactive,
                interactive && mayColour(),
                Integer.getInteger("dabbawala.columns", 0));
    }

    public Page page(boolean wide, Instant now) {
        return new Page(new Palette(colour), interactive && !wide ? width : 0, wide, now);
    }

    /** About the answer, not the answer. */
    public void note(String text) {
        err.println("dabba: " + text);
    }

    /** False once nobody reads any more, as after {@code | head}. */
    public boolean isRead() {
        return !out.checkError();
    }

    private static boolean mayColour() {
        var no = System.getenv("NO_COLOR");
        return (no == null || no.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }

    private static PrintStream stream(FileDescriptor of) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(of)), true, UTF_8);
    }
}

package io.dabbawala.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.cli.print.Page;
import io.dabbawala.cli.print.Palette;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;

/**
 * Where input comes from, and where the answer and everything about it go.
 *
 * @param interactive somebody is looking: colour, lines cut to the width, pictures that move
 * @param width columns; 0 when unknown
 */
public record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean interactive,
        boolean colour,
        int width) {

    static Terminal ofProcess() {
        var interactive = Boolean.getBoolean("dabbawala.terminal");
        return new Terminal(
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                interactive,
                interactive && mayColour(),
                Integer.getInteger("dabbawala.columns", 0));
    }

    /** Nobody's: what is said is kept, and there is this to read. */
    public static Terminal of(InputStream in, OutputStream out, OutputStream err) {
        return new Terminal(
                in,
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                false,
                false,
                0);
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

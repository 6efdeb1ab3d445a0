package io.dabbawala.cli.print;

/** Text that came from elsewhere, made harmless for a terminal and kept to one line. */
public final class Plain {

    public static String text(String said) {
        var plain = new StringBuilder(said.length());
        said.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private Plain() {}
}

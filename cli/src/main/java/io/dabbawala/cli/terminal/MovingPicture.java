package io.dabbawala.cli.terminal;

import java.util.List;

/**
 * Shows what changes. On a terminal each picture takes the place of the one before; elsewhere every
 * picture that differs is printed below.
 */
public final class MovingPicture {

    private final Terminal terminal;
    private List<String> shown = List.of();

    public MovingPicture(Terminal terminal) {
        this.terminal = terminal;
    }

    public void show(List<String> lines) {
        if (lines.equals(shown)) {
            return;
        }
        var frame = new StringBuilder();
        if (!shown.isEmpty()) {
            frame.append(terminal.interactive() ? "\033[%dA\033[J".formatted(rows()) : "\n");
        }
        lines.forEach(line -> frame.append(line).append('\n'));
        terminal.out().print(frame);
        terminal.out().flush();
        shown = List.copyOf(lines);
    }

    /** Rows on the terminal: a long line takes several. */
    private int rows() {
        return shown.stream().mapToInt(this::rows).sum();
    }

    private int rows(String line) {
        int length = line.replaceAll("\033\\[[0-9;]*m", "").length();
        return terminal.width() == 0 ? 1 : Math.max(1, Math.ceilDiv(length, terminal.width()));
    }
}

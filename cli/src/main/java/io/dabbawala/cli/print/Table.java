package io.dabbawala.cli.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rows under a header, aligned. Only the last column is cut, and only to a terminal's width. */
public final class Table {

    private static final String GAP = "   ";
    private static final int LEAST = 20;

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    private Table(List<String> header) {
        this.header = List.copyOf(header);
    }

    public static Table of(String... header) {
        return new Table(List.of(header));
    }

    public static Table of(List<String> header) {
        return new Table(header);
    }

    public Table row(String... cells) {
        return row(List.of(cells));
    }

    public Table row(List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalStateException(cells + " under " + header);
        }
        rows.add(cells.stream().map(Table::onOneLine).toList());
        return this;
    }

    public List<String> lines(Page page) {
        var widths = widths();
        var lines = new ArrayList<String>();
        lines.add(line(header, widths, page, page.palette()::bold));
        rows.forEach(row -> lines.add(line(row, widths, page, page.palette()::state)));
        return List.copyOf(lines);
    }

    private String line(
            List<String> cells, int[] widths, Page page, UnaryOperator<String> painted) {
        var line = new StringBuilder();
        int column = 0;
        for (int i = 0; i < cells.size(); i++) {
            var isLast = i == cells.size() - 1;
            var text = isLast ? cut(cells.get(i), page.width() - column, page) : cells.get(i);
            line.append(painted.apply(text));
            if (!isLast) {
                line.repeat(" ", widths[i] - text.length()).append(GAP);
                column += widths[i] + GAP.length();
            }
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String text, int room, Page page) {
        int most = Math.max(LEAST, room);
        return page.width() == 0 || text.length() <= most
                ? text
                : text.substring(0, most - 1) + "…";
    }

    private int[] widths() {
        var widths = header.stream().mapToInt(String::length).toArray();
        for (var row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private static String onOneLine(String cell) {
        return Plain.text(cell);
    }
}

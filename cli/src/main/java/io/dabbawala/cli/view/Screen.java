package io.dabbawala.cli.view;

import io.dabbawala.cli.print.Page;
import java.util.ArrayList;
import java.util.List;

/** Labels and values under each other; what is empty is left out. */
final class Screen {

    private static final int LABEL = 12;

    private final Page page;
    private final List<String> lines = new ArrayList<>();

    Screen(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    void line(String label, String value) {
        if (!value.isEmpty()) {
            var padded = label + " ".repeat(Math.max(1, LABEL - label.length()));
            lines.add(page.palette().dim(padded) + value);
        }
    }

    void state(String label, String word) {
        line(label, page.palette().state(word));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}

package io.dabbawala.bench.figure;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects figures and tells each as soon as it is known. */
public final class Report {

    private final PrintStream out;
    private final List<Figure> figures = new ArrayList<>();

    public Report(PrintStream out) {
        this.out = out;
    }

    public void chapter(String title) {
        out.printf("%n%s%n", title);
    }

    public void progress(String what) {
        out.println("  - " + what);
    }

    public void add(Figure figure) {
        figures.add(figure);
        out.println(figure.line());
    }

    /** The median and the 99th percentile in milliseconds. */
    public void latency(String name, Samples samples, Duration p50, Duration p99) {
        add(Figure.of(name + ", p50", millis(samples.quantile(0.5)), p50.toMillis(), "ms"));
        add(Figure.of(name + ", p99", millis(samples.quantile(0.99)), p99.toMillis(), "ms"));
    }

    public long missed() {
        return figures.stream().filter(figure -> !figure.isKept()).count();
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}

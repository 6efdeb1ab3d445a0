package io.dabbawala.bench;

import io.dabbawala.bench.figure.Report;
import io.dabbawala.bench.fleet.Fleet;
import io.dabbawala.bench.process.Cost;
import io.dabbawala.local.Layout;
import io.dabbawala.local.cluster.ClusterChoice;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * The figures of delivery: what a commit, an edit and a thousand applications cost.
 *
 * <p>It ends by itself, talks to loopback only, and leaves nothing running.
 */
public final class DeliveryBench {

    /** What can be measured by itself. */
    public enum Part {
        /** One application of many changes; a commit that changes nothing; drift; memory. */
        PUSH,
        /** Every application changes at once, on the API server alone. */
        MANY,
        /** Everything is installed, with controllers and simulated nodes. */
        INSTALL,
        /** Whether the cost of one change grows with what does not change, or with who fetches. */
        GROWTH
    }

    private final Layout layout;
    private final Path programs;
    private final Report report;
    private final PrintStream out;

    /**
     * @param programs the folder with a control plane's programs
     */
    public DeliveryBench(Layout layout, Path programs, PrintStream out) {
        this.layout = layout;
        this.programs = programs;
        this.report = new Report(out);
        this.out = out;
    }

    /**
     * @return 0 when every bound was kept, else 1
     */
    public int run(Set<Part> parts, int applications) {
        out.printf(
                "Dabbawala delivery bench: %d applications, JDK %s, %d processors, load %.1f%n",
                applications,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Cost.load());
        long from = System.nanoTime();
        if (parts.contains(Part.PUSH)) {
            new PushOne(report).run(this::site, applications);
        }
        if (parts.contains(Part.MANY)) {
            new ChangeAll(report).run(this::site, applications);
        }
        if (parts.contains(Part.INSTALL)) {
            new InstallAll(report).run(this::site, layout, plane(4), applications);
        }
        if (parts.contains(Part.GROWTH)) {
            new Growth(report).run(this::site, this::siteOfGit);
        }
        out.printf(
                "%n%d bounds missed; %d s, load at the end %.1f%n",
                report.missed(),
                Duration.ofNanos(System.nanoTime() - from).toSeconds(),
                Cost.load());
        return report.missed() == 0 ? 0 : 1;
    }

    /** Opens a site on a fresh cluster. */
    interface Sites {
        Site open(int nodes, Fleet fleet);
    }

    private Site site(int nodes, Fleet fleet) {
        return Site.open(layout, plane(nodes), fleet, "jgit");
    }

    private Site siteOfGit(int nodes, Fleet fleet) {
        return Site.open(layout, plane(nodes), fleet, "git");
    }

    private ClusterChoice plane(int nodes) {
        return new ClusterChoice.ControlPlane(programs, nodes);
    }
}

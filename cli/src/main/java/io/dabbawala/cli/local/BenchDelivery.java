package io.dabbawala.cli.local;

import io.dabbawala.bench.DeliveryBench;
import io.dabbawala.bench.DeliveryBench.Part;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.local.Layout;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "delivery",
        description = {
            "Measures what a commit, an edit and a thousand applications cost, on a real control",
            "plane, beside a client that does the least that could do. Takes about 15 minutes.",
            "Ends with 1 when a bound was missed."
        },
        footer = {"dabba bench delivery", "dabba bench delivery --part PUSH --applications 100"})
public final class BenchDelivery implements Callable<Integer> {

    @Option(
            names = "--part",
            split = ",",
            paramLabel = "PART",
            description = "Only these: ${COMPLETION-CANDIDATES}.")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(
            names = "--applications",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int applications;

    private final Surroundings around;

    public BenchDelivery(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var layout = new Layout(around.home(), around.state());
        return new DeliveryBench(
                        layout, ClusterOption.controlPlane().programs(), around.terminal().out())
                .run(parts, applications);
    }
}

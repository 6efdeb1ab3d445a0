package io.dabbawala.cli.offline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.reconciler.operation.Operation;
import io.dabbawala.reconciler.preview.DeletionPreview;
import io.dabbawala.reconciler.preview.PreviewLine;
import io.dabbawala.reconciler.preview.SyncPreview;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description = {
            "Says what a sync would do, in order.",
            "Nothing is pruned unless the operation asks for it; a Flux Kustomization (--application)",
            "says itself whether it prunes, and its waves are its stages."
        },
        footer = {
            "dabba plan --desired manifests.yaml --live live.yaml --application web.yaml -o table",
            "dabba plan --desired manifests.yaml --live live.yaml --application kustomization.yaml"
        })
public final class PlanCommand implements Callable<Integer> {

    private static final String NONE = "";

    @Option(
            names = "--desired",
            required = true,
            paramLabel = "FILE",
            description = "The manifests; - is standard input.")
    private String desired = NONE;

    @Option(names = "--live", paramLabel = "FILE", description = "The objects of the cluster.")
    private String live = NONE;

    @Option(
            names = "--operation",
            paramLabel = "FILE",
            description = "The Application's operation: prune, resources, options.")
    private String operation = NONE;

    @Option(names = "--delete", description = "The application is deleted instead.")
    private boolean isDeleted;

    @Mixin private AtOption at = new AtOption();
    @Mixin private ApplicationOption application = new ApplicationOption();
    @Mixin private Answers answers = new Answers();
    private final Surroundings around;

    public PlanCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var wanted = answers.objects(desired, around);
        var there = answers.objects(live, around);
        try {
            var subject = application.read(answers, around);
            var asked =
                    answers.objects(operation, around).stream()
                            .findFirst()
                            .map(Operation::of)
                            .orElse(Operation.PLAIN);
            var when = at.instant(around);
            Consumer<String> note = around.terminal().err()::println;
            var lines =
                    isDeleted
                            ? new DeletionPreview(subject, asked, when).of(wanted, there)
                            : new SyncPreview(subject, asked, when, note).of(wanted, there);
            return answers.whole(lines.stream().map(PlanCommand::answer).toList(), around);
        } catch (IllegalArgumentException e) {
            throw answers.refused(e.getMessage(), around);
        }
    }

    private static Answer answer(PreviewLine line) {
        return Answer.of(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("phase", line.phase().toString())
                        .put("wave", line.wave())
                        .put("position", line.position())
                        .put("step", line.step().toString())
                        .put("kind", line.ref().kind())
                        .put("namespace", line.ref().namespace())
                        .put("name", line.ref().name())
                        .put("reason", line.reason()));
    }
}

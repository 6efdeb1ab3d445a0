package io.dabbawala.cli.offline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.reconciler.object.FieldChange;
import io.dabbawala.reconciler.preview.DiffLine;
import io.dabbawala.reconciler.preview.DiffPreview;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "diff",
        description = {
            "Says what differs between manifests and the objects of a cluster, field by field.",
            "Values of Secrets are not shown. With --exit-code it ends with 1 if anything differs."
        },
        footer = {
            "dabba diff --desired manifests.yaml --live live.yaml -o table",
            "dabba diff --desired web.yaml --live live.yaml --argo-settings argocd-cm.yaml"
        })
public final class DiffCommand implements Callable<Integer> {

    private static final String NONE = "";

    @Option(
            names = "--desired",
            required = true,
            paramLabel = "FILE",
            description = "The manifests; - is standard input.")
    private String desired = NONE;

    @Option(
            names = "--live",
            required = true,
            paramLabel = "FILE",
            description = "The objects of the cluster.")
    private String live = NONE;

    @Option(
            names = "--predicted",
            paramLabel = "FILE",
            description = "What the API server answered to a dry run of the manifests.")
    private String predicted = NONE;

    @Option(
            names = "--ignore-aggregated-roles",
            description = "Leave alone the rules of roles that are put together from others.")
    private boolean ignoresAggregatedRoles;

    @Mixin private ApplicationOption application = new ApplicationOption();
    @Mixin private Answers answers = new Answers();
    private final Surroundings around;

    public DiffCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var wanted = answers.objects(desired, around);
        var there = answers.objects(live, around);
        var then = answers.objects(predicted, around);
        try {
            var subject = application.read(answers, around);
            var preview =
                    DiffPreview.of(
                            subject, ignoresAggregatedRoles, around.terminal().err()::println);
            var lines = preview.of(wanted, there, then);
            return answers.whole(lines.stream().map(DiffCommand::answer).toList(), around);
        } catch (IllegalArgumentException e) {
            throw answers.refused(e.getMessage(), around);
        }
    }

    private static Answer answer(DiffLine line) {
        var ref = line.ref();
        var answer =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", ref.kind())
                        .put("namespace", ref.namespace())
                        .put("name", ref.name())
                        .put("change", line.change().toString());
        var fields = answer.putArray("fields");
        line.fields().forEach(change -> fields.add(field(change)));
        return new Answer(answer, line.change() == DiffLine.Change.NONE);
    }

    /** A side that has no such field is left out. */
    private static ObjectNode field(FieldChange change) {
        var field = JsonNodeFactory.instance.objectNode().put("path", change.pointer());
        if (change.live() != null) {
            field.set("live", CanonicalJson.parse(change.live()));
        }
        if (change.desired() != null) {
            field.set("desired", CanonicalJson.parse(change.desired()));
        }
        return field;
    }
}

package io.dabbawala.cli.offline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.cli.answer.CommandFailed;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.gitwatcher.declare.Preview;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.process.ChildPrograms;
import io.dabbawala.gitwatcher.process.RenderLimits;
import io.dabbawala.gitwatcher.process.Tools;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.Rendering;
import io.dabbawala.gitwatcher.source.BuildEnvironment;
import io.dabbawala.gitwatcher.source.Ingredient;
import io.dabbawala.gitwatcher.source.Overridable;
import io.dabbawala.gitwatcher.source.Renderer;
import io.dabbawala.gitwatcher.source.Snapshot;
import io.dabbawala.gitwatcher.source.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "render",
        description = {
            "Prints the manifests of a folder, or of an Application or Kustomization.",
            "They come in the order they are applied in; the last line is their digest."
        },
        footer = {
            "dabba render charts/web -o yaml",
            "dabba render delivery/web.yaml --repo . --revision main"
        })
public final class RenderCommand implements Callable<Integer> {

    private static final String KUBE_VERSION = "1.36.0";

    /** What lies in a folder says everything. */
    private static final Tool UNNAMED =
            Overridable.of(JsonNodeFactory.instance.objectNode(), "", "");

    @Parameters(
            arity = "0..1",
            paramLabel = "PATH_OR_APPLICATION",
            description = "A folder, or a file with an Application or a Kustomization.")
    private String subject = "-";

    @Mixin private RepositoryOption repository = new RepositoryOption();

    @Option(
            names = "--revision",
            paramLabel = "R",
            description = "Instead of the target revision (a bare clone only).")
    private String revision = "";

    @Mixin private Answers answers = new Answers();
    private final Surroundings around;

    public RenderCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var folder = Path.of(subject);
        return switch (Files.isDirectory(folder) ? folder(folder) : application()) {
            case Rendering.Failed(var problem) -> throw answers.refused(said(problem), around);
            case Rendering.Rendered rendered -> answers.whole(lines(rendered), around);
        };
    }

    private Rendering application() {
        var input = Input.of(subject, around);
        var documents = answers.documents(input, around);
        return new Preview(input.name(), documents, renderer())
                .render(this::snapshot)
                .orElseThrow(
                        () -> answers.refused("there is no Application or Kustomization", around));
    }

    private Snapshot snapshot(String target) {
        try {
            var checkout = repository.at(revision.isEmpty() ? target : revision);
            return new Snapshot(checkout.tree(), checkout.revision());
        } catch (CannotGenerate e) {
            throw CommandFailed.input(String.valueOf(e.getMessage()));
        }
    }

    /** A folder is a part of its checkout: an overlay may have its bases there. */
    private Rendering folder(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        var root = absolute;
        for (var parent = absolute; parent != null; parent = parent.getParent()) {
            if (Files.exists(parent.resolve(".git"))) {
                root = parent;
                break;
            }
        }
        return renderer()
                .preview(
                        List.of(
                                new Ingredient(
                                        new Snapshot(new FolderTree(root), ""),
                                        root.relativize(absolute).toString(),
                                        UNNAMED,
                                        new Ingredient.Release(name(absolute), "default"),
                                        Map.of(),
                                        BuildEnvironment.NONE)));
    }

    private static String name(Path folder) {
        return Optional.ofNullable(folder.getFileName()).map(Path::toString).orElse("root");
    }

    private static Renderer renderer() {
        var unpacked = Path.of(System.getProperty("java.io.tmpdir"), "dabbawala-tools");
        var tools = new Tools(Optional.empty(), Optional.empty(), unpacked, KUBE_VERSION);
        return new Renderer(new ChildPrograms(tools, RenderLimits.DEFAULT));
    }

    private static List<Answer> lines(Rendering.Rendered rendered) {
        var objects = new ArrayList<ObjectNode>();
        CanonicalJson.parse(rendered.manifests()).forEach(one -> objects.add((ObjectNode) one));
        rendered.declared().forEach(one -> objects.add((ObjectNode) one.value()));
        var lines = new ArrayList<Answer>();
        ApplyOrder.of(objects).forEach(one -> lines.add(Answer.of(one)));
        lines.add(
                Answer.of(JsonNodeFactory.instance.objectNode().put("digest", rendered.digest())));
        return lines;
    }

    private static String said(Problem problem) {
        return problem.line() == 0
                ? "%s: %s".formatted(problem.file(), problem.reason())
                : "%s:%d: %s".formatted(problem.file(), problem.line(), problem.reason());
    }
}

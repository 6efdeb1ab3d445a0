package io.dabbawala.gitwatcher.process;

import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import io.dabbawala.gitwatcher.source.Complaint;
import io.dabbawala.gitwatcher.source.Job;
import io.dabbawala.gitwatcher.source.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs each job in a child of its own. */
public final class ChildPrograms implements Programs {

    /** Without memory for its stack a thread does not start. */
    private static final Pattern OUT_OF_MEMORY =
            Pattern.compile(
                    "out of memory|cannot allocate memory|OutOfMemoryError"
                            + "|pthread_create failed|create (new OS|native) thread",
                    Pattern.CASE_INSENSITIVE);

    private final Tools tools;
    private final RenderLimits limits;
    private final Child child;

    public ChildPrograms(Tools tools, RenderLimits limits) {
        this.tools = tools;
        this.limits = limits;
        child = new Child(Fence.of(limits), limits);
    }

    @Override
    public Output run(Job job) {
        try (var workspace = Workspace.create()) {
            workspace.write(job.files(), limits.file());
            var command = command(job, workspace);
            return answer(
                    job, workspace, child.run(workspace.files(), workspace.scratch(), command));
        } catch (UnreadableSource e) {
            return new Output.Refused(e.problem());
        }
    }

    private List<String> command(Job job, Workspace workspace) throws UnreadableSource {
        return switch (job) {
            case Job.Template template -> {
                var helm = HelmCommand.of(tools, workspace.scratch());
                if (!template.apiVersions().isEmpty() && !helm.takesApiVersions()) {
                    throw refused(
                            "helm.apiVersions needs the helm program: name it with"
                                    + " git-watcher.rendering.helm");
                }
                yield Stream.concat(
                                helm.command().stream(),
                                HelmArguments.of(template, tools.kubeVersion()).stream())
                        .toList();
            }
            case Job.Build build -> {
                var kustomize =
                        tools.kustomizeCommand().orElseThrow(() -> refused(Tools.NO_KUSTOMIZE));
                if (!Files.isExecutable(Path.of(kustomize.getFirst()))) {
                    throw refused(Tools.NO_PROGRAM.formatted(kustomize.getFirst()));
                }
                yield Stream.concat(kustomize.stream(), Stream.of("./" + build.folder())).toList();
            }
        };
    }

    private Output answer(Job job, Workspace workspace, Ended ended) {
        return switch (ended) {
            case Ended.TooLong _ ->
                    refuse(
                            "took longer than %s (raise git-watcher.rendering.deadline)"
                                    .formatted(limits.deadline()));
            case Ended.TooMuch _ ->
                    refuse(
                            "wrote more than %d bytes (raise git-watcher.rendering.output)"
                                    .formatted(limits.output()));
            case Ended.Exited(var code, var output, _) when code == 0 ->
                    new Output.Manifests(output);
            case Ended.Exited(var code, _, var complaint) -> {
                var exhausted = exhausted(code, complaint);
                yield exhausted.isEmpty()
                        ? new Output.Refused(
                                Complaint.of(job, complaint, workspace.files().toString()))
                        : refuse(exhausted);
            }
        };
    }

    /** Which limit ended it; empty if none did. */
    private String exhausted(int code, String complaint) {
        if (code == 128 + 24 || complaint.contains("SIGXCPU")) {
            return "used more than %s of CPU time (raise git-watcher.rendering.cpu)"
                    .formatted(limits.cpu());
        }
        if (OUT_OF_MEMORY.matcher(complaint).find()) {
            return "needed more than %d bytes of memory (raise git-watcher.rendering.memory)"
                    .formatted(limits.memory());
        }
        return code == 128 + 9
                ? "was killed: it used more than %s of CPU time or more memory than there is"
                        .formatted(limits.cpu())
                : "";
    }

    private static Output refuse(String reason) {
        return new Output.Refused(Problem.of("", "rendering " + reason));
    }

    private static UnreadableSource refused(String reason) {
        return new UnreadableSource(Problem.of("", reason));
    }
}

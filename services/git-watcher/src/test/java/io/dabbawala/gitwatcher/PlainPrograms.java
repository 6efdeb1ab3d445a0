package io.dabbawala.gitwatcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.source.Checkout.Content;
import io.dabbawala.gitwatcher.source.Job;
import io.dabbawala.gitwatcher.source.Programs;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Programs that add nothing of their own: a chart's templates and an overlay's files are the
 * manifests. A file that says {@code fail} makes them fail.
 */
public final class PlainPrograms implements Programs {

    private final List<Job> jobs = new ArrayList<>();

    /** What they were asked for so far. */
    public List<Job> jobs() {
        return jobs;
    }

    @Override
    public Output run(Job job) {
        jobs.add(job);
        var yaml = new StringBuilder();
        for (var file : new TreeMap<>(job.files()).entrySet()) {
            var text = text(file.getValue());
            if (text.startsWith("fail")) {
                return new Output.Refused(
                        new Problem(file.getKey().substring("source/".length()), 1, 1, text));
            }
            if (isManifest(job, file.getKey())) {
                yaml.append("---\n").append(text).append('\n');
            }
        }
        return new Output.Manifests(yaml.toString());
    }

    private static boolean isManifest(Job job, String path) {
        return switch (job) {
            case Job.Template _ -> path.contains("/templates/");
            case Job.Build _ ->
                    path.endsWith(".yaml")
                            && !path.contains("/.")
                            && !path.endsWith("kustomization.yaml")
                            && !path.endsWith("Chart.yaml");
        };
    }

    public static String text(Content content) {
        return switch (content) {
            case Content.Text(var text) -> text;
            case Content.Blob(var tree, var entry) -> new String(tree.read(entry, 1 << 20), UTF_8);
        };
    }
}

package io.dabbawala.gitwatcher.process;

import io.dabbawala.gitwatcher.source.Job;
import java.util.ArrayList;
import java.util.List;

/** A chart's rendering as arguments of {@code helm}. */
final class HelmArguments {

    static List<String> of(Job.Template job, String kubeVersion) {
        var arguments = new ArrayList<>(List.of("template", job.release(), "./" + job.chart()));
        add(arguments, "--namespace", job.namespace());
        job.values().forEach(file -> add(arguments, "--values", file));
        job.parameters().forEach(p -> add(arguments, "--set", p.name() + "=" + p.value()));
        job.texts().forEach(p -> add(arguments, "--set-file", p.name() + "=" + p.value()));
        add(
                arguments,
                "--kube-version",
                job.kubeVersion().isEmpty() ? kubeVersion : job.kubeVersion());
        job.apiVersions().forEach(version -> add(arguments, "--api-versions", version));
        arguments.add(job.skipCrds() ? "--skip-crds" : "--include-crds");
        return arguments;
    }

    private static void add(List<String> arguments, String name, String value) {
        if (!value.isEmpty()) {
            arguments.add(name);
            arguments.add(value);
        }
    }

    private HelmArguments() {}
}

package io.dabbawala.gitwatcher.source;

import java.util.List;

/**
 * What {@code spec.source.helm} says about a chart.
 *
 * @param values YAML that wins over the value files
 * @param kubeVersion empty for the program's own
 */
public record Helm(
        String releaseName,
        String namespace,
        List<String> valueFiles,
        boolean ignoresMissingValueFiles,
        String values,
        List<Parameter> parameters,
        List<Parameter> fileParameters,
        boolean skipCrds,
        boolean skipTests,
        String kubeVersion,
        List<String> apiVersions)
        implements Tool {

    public static final Helm PLAIN =
            new Helm(
                    "", "", List.of(), false, "", List.of(), List.of(), false, false, "",
                    List.of());

    /**
     * @param value a value, or the path of a file that holds it
     */
    public record Parameter(String name, String value, boolean forceString) {}

    public Helm {
        valueFiles = List.copyOf(valueFiles);
        parameters = List.copyOf(parameters);
        fileParameters = List.copyOf(fileParameters);
        apiVersions = List.copyOf(apiVersions);
    }
}

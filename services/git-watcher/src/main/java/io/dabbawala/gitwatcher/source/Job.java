package io.dabbawala.gitwatcher.source;

import java.util.List;
import java.util.Map;

/** What a program is asked for. All paths are those of the files it gets. */
public sealed interface Job {

    Map<String, Checkout.Content> files();

    /**
     * @param chart the chart's folder
     * @param values files, the later wins
     * @param parameters in the form of {@code --set}, in order
     * @param texts names and the files that hold their text
     */
    record Template(
            Map<String, Checkout.Content> files,
            String chart,
            String release,
            String namespace,
            List<String> values,
            List<Helm.Parameter> parameters,
            List<Helm.Parameter> texts,
            boolean skipCrds,
            String kubeVersion,
            List<String> apiVersions)
            implements Job {}

    /**
     * @param folder the overlay's
     */
    record Build(Map<String, Checkout.Content> files, String folder) implements Job {}
}

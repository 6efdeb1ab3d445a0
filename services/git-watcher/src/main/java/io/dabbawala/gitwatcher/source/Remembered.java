package io.dabbawala.gitwatcher.source;

import io.dabbawala.gitwatcher.render.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Asks a program once for the same job. A job is the same if its blobs, its texts and all its
 * parameters are.
 */
public final class Remembered implements Programs {

    private final Programs programs;
    private final String version;
    private final long most;
    private final Map<String, Output> answers = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    /**
     * @param version of the programs, so that another one is asked again
     * @param most characters to keep; those not asked for the longest time go first
     */
    public Remembered(Programs programs, String version, long most) {
        this.programs = programs;
        this.version = version;
        this.most = most;
    }

    @Override
    public synchronized Output run(Job job) {
        var key = key(job);
        var known = answers.get(key);
        if (known != null) {
            return known;
        }
        var answer = programs.run(job);
        if (answer instanceof Output.Manifests) {
            keep(key, answer);
        }
        return answer;
    }

    private void keep(String key, Output answer) {
        answers.put(key, answer);
        weight += weight(answer);
        var oldest = answers.entrySet().iterator();
        while (weight > most && oldest.hasNext()) {
            weight -= weight(oldest.next().getValue());
            oldest.remove();
        }
    }

    private static long weight(Output answer) {
        return switch (answer) {
            case Output.Manifests(var yaml) -> yaml.length();
            case Output.Refused _ -> 0;
        };
    }

    private String key(Job job) {
        var text = new StringBuilder(version).append('\n');
        job.files().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        file ->
                                text.append(file.getKey())
                                        .append('\0')
                                        .append(id(file.getValue()))
                                        .append('\n'));
        return CanonicalJson.digestOf(text.append(parameters(job)).toString());
    }

    private static String id(Checkout.Content content) {
        return switch (content) {
            case Checkout.Content.Blob(_, var entry) -> entry.id();
            case Checkout.Content.Text(var written) -> CanonicalJson.digestOf(written);
        };
    }

    private static String parameters(Job job) {
        return switch (job) {
            case Job.Build(_, var folder) -> "build " + folder;
            case Job.Template template ->
                    new Job.Template(
                                    Map.of(),
                                    template.chart(),
                                    template.release(),
                                    template.namespace(),
                                    template.values(),
                                    template.parameters(),
                                    template.texts(),
                                    template.skipCrds(),
                                    template.kubeVersion(),
                                    template.apiVersions())
                            .toString();
        };
    }
}

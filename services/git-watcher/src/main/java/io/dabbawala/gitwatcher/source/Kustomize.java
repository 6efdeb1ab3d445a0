package io.dabbawala.gitwatcher.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What {@code spec.source.kustomize} changes about an overlay. */
public record Kustomize(
        Names names,
        List<String> images,
        Map<String, JsonNode> replicas,
        Labels labels,
        Annotations annotations,
        List<JsonNode> patches,
        Components components)
        implements Tool {

    public static final Kustomize PLAIN =
            new Kustomize(
                    new Names("", "", ""),
                    List.of(),
                    Map.of(),
                    new Labels(Map.of(), false, false, false),
                    new Annotations(Map.of(), false, false),
                    List.of(),
                    new Components(List.of(), false));

    public record Names(String prefix, String suffix, String namespace) {}

    /**
     * @param force wins over a label the overlay has itself
     */
    public record Labels(
            Map<String, String> pairs,
            boolean withoutSelector,
            boolean includeTemplates,
            boolean force) {

        public Labels {
            pairs = Map.copyOf(pairs);
        }
    }

    /**
     * @param substitutes whether values name variables of the application
     */
    public record Annotations(Map<String, String> pairs, boolean substitutes, boolean force) {

        public Annotations {
            pairs = Map.copyOf(pairs);
        }
    }

    public record Components(List<String> paths, boolean ignoresMissing) {

        public Components {
            paths = List.copyOf(paths);
        }
    }

    Kustomize with(Components others) {
        return new Kustomize(names, images, replicas, labels, annotations, patches, others);
    }

    public Kustomize {
        images = List.copyOf(images);
        replicas = Map.copyOf(replicas);
        patches = List.copyOf(patches);
    }
}

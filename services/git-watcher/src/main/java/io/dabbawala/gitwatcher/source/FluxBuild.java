package io.dabbawala.gitwatcher.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.substitute.Variables;
import java.util.List;
import java.util.Map;

/**
 * What a Flux Kustomization changes about a folder, which needs no kustomization file of its own
 * (fluxcd/pkg {@code kustomize}).
 *
 * @param patches {@code patch} and {@code target}
 * @param images by name, each field of its own
 */
public record FluxBuild(
        Kustomize.Names names,
        List<JsonNode> patches,
        Kustomize.Components components,
        List<JsonNode> images,
        CommonMetadata metadata,
        Variables variables)
        implements Tool {

    /** Labels and annotations of the objects themselves, never of what they select. */
    public record CommonMetadata(Map<String, String> labels, Map<String, String> annotations) {

        public CommonMetadata {
            labels = Map.copyOf(labels);
            annotations = Map.copyOf(annotations);
        }
    }

    public FluxBuild {
        patches = List.copyOf(patches);
        images = List.copyOf(images);
    }
}

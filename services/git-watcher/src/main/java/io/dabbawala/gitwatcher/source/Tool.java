package io.dabbawala.gitwatcher.source;

import io.dabbawala.gitwatcher.render.Directory;

/** How the manifests of a source come about. */
public sealed interface Tool
        permits Tool.Detected,
                Tool.Plain,
                Tool.Unsupported,
                Overridable,
                Helm,
                Kustomize,
                FluxBuild {

    /** Nothing is named: what lies in the folder decides. */
    record Detected() implements Tool {}

    /** The files are the manifests. */
    record Plain(Directory directory) implements Tool {}

    record Unsupported(String reason) implements Tool {}
}

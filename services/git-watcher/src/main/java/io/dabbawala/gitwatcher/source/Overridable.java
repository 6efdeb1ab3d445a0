package io.dabbawala.gitwatcher.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import java.util.List;

/**
 * What an Argo CD source names, which files in its folder may change.
 *
 * @param declared if there is no such file
 * @param source as it is declared
 * @param namespace of the application
 * @param application empty if there is none: then only the file for everybody counts
 */
public record Overridable(Tool declared, String source, String namespace, String application)
        implements Tool {

    private static final String FOR_ALL = ".argocd-source.yaml";

    /** The tool the source names; nothing changes what is not rendered at all. */
    public static Tool of(JsonNode source, String namespace, String application) {
        var declared = SourceSpec.toolOf(source);
        return declared instanceof Tool.Unsupported
                ? declared
                : new Overridable(
                        declared,
                        source.isObject() ? CanonicalJson.of(source) : "{}",
                        namespace,
                        application);
    }

    /**
     * The files, the later over the earlier; of the names in one list the first that is there.
     * Where an installation of Argo CD lives is not known here, so an application may go by its
     * name alone in any namespace.
     */
    List<List<String>> files() {
        return application.isEmpty()
                ? List.of(List.of(FOR_ALL))
                : List.of(
                        List.of(FOR_ALL),
                        List.of(ownedBy(namespace + "_" + application), ownedBy(application)));
    }

    private static String ownedBy(String name) {
        return ".argocd-source-%s.yaml".formatted(name);
    }
}

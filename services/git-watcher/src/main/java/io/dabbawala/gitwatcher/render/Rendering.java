package io.dabbawala.gitwatcher.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** What became of a source: the manifests as canonical JSON, or what is wrong with it. */
public sealed interface Rendering {

    /**
     * @param declared objects that other services act on and no cluster gets
     */
    record Rendered(String manifests, String digest, List<Manifest> declared)
            implements Rendering {}

    record Failed(Problem problem) implements Rendering {}

    Set<String> DECLARATIVE = Set.of("flagger.app", "dabbawala.io", "openslo", "argoproj.io");

    /** Renders a folder of plain manifests. */
    static Rendering of(SourceTree tree, String revision, String path, Directory directory) {
        try {
            return of(
                    path,
                    directory.manifests(tree, revision, path, Limits.USUAL),
                    "",
                    Limits.USUAL);
        } catch (UnreadableSource e) {
            return new Failed(e.problem());
        }
    }

    /**
     * @param path whose manifests they are
     * @param namespace of those that name none
     */
    static Rendering of(String path, List<Manifest> manifests, String namespace, Limits limits)
            throws UnreadableSource {
        if (manifests.size() > limits.objects()) {
            throw new UnreadableSource(
                    Problem.of(
                            path,
                            "%d objects, at most %d".formatted(manifests.size(), limits.objects())
                                    + limits.raisedBy("objects")));
        }
        refuseTwins(manifests, namespace);
        var json =
                manifests.stream()
                        .filter(manifest -> !isDeclarative(manifest))
                        .sorted(Comparator.comparing(Manifest::identity))
                        .map(manifest -> CanonicalJson.of(manifest.value()))
                        .collect(joining(",", "[", "]"));
        var bytes = json.getBytes(UTF_8).length;
        if (bytes > limits.manifestBytes()) {
            throw new UnreadableSource(
                    Problem.of(
                            path,
                            "manifests of %d bytes, at most %d"
                                            .formatted(bytes, limits.manifestBytes())
                                    + limits.raisedBy("manifests")));
        }
        var declared = manifests.stream().filter(Rendering::isDeclarative).toList();
        return new Rendered(json, CanonicalJson.digestOf(json), declared);
    }

    private static boolean isDeclarative(Manifest manifest) {
        return DECLARATIVE.contains(manifest.group());
    }

    private static void refuseTwins(List<Manifest> manifests, String namespace)
            throws UnreadableSource {
        var seen = new HashMap<String, Manifest>();
        for (var manifest : manifests) {
            var key = manifest.in(namespace);
            var twin = manifest.name().isEmpty() ? null : seen.put(key, manifest);
            if (twin != null) {
                throw new UnreadableSource(
                        new Problem(
                                manifest.file(),
                                manifest.line(),
                                1,
                                "%s %s is declared twice, first in %s line %d"
                                        .formatted(
                                                manifest.kind(),
                                                manifest.name(),
                                                twin.file(),
                                                twin.line())));
            }
        }
    }
}

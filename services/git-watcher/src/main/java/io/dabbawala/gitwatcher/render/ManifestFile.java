package io.dabbawala.gitwatcher.render;

import java.util.ArrayList;
import java.util.List;

/** Reads the manifests of one file. */
public final class ManifestFile {

    private static final String SKIP = "+argocd:skip-file-rendering";

    public static List<Manifest> read(SourceTree tree, TreeEntry entry, Limits limits)
            throws UnreadableSource {
        return read(entry.path(), bytes(tree, entry, limits), limits);
    }

    /** The documents of one file, whatever they are. */
    public static List<YamlReader.Document> documents(SourceTree tree, TreeEntry entry)
            throws UnreadableSource {
        var limits = Limits.USUAL;
        var text = Documents.decoded(entry.path(), bytes(tree, entry, limits));
        return documents(entry.path(), text, limits);
    }

    private static byte[] bytes(SourceTree tree, TreeEntry entry, Limits limits)
            throws UnreadableSource {
        var bytes = tree.read(entry, limits.fileBytes() + 1);
        if (bytes.length > limits.fileBytes()) {
            throw new UnreadableSource(limits.tooLargeFile(entry.path()));
        }
        LfsPointer.refuse(entry.path(), bytes);
        return bytes;
    }

    /** For bytes that are in no tree; the file is what problems are told with. */
    public static List<Manifest> read(String file, byte[] bytes, Limits limits)
            throws UnreadableSource {
        var text = Documents.decoded(file, bytes);
        var manifests = new ArrayList<Manifest>();
        if (!text.contains(SKIP)) {
            for (var document : documents(file, text, limits)) {
                add(manifests, file, document);
            }
        }
        return manifests;
    }

    private static List<YamlReader.Document> documents(String file, String text, Limits limits)
            throws UnreadableSource {
        return file.endsWith(".json")
                ? List.of(
                        new YamlReader.Document(
                                new JsonReader(limits.document()).read(file, text), 1))
                : YamlReader.read(file, text, limits);
    }

    private static void add(List<Manifest> manifests, String file, YamlReader.Document document)
            throws UnreadableSource {
        var manifest = new Manifest(document.value(), file, document.line());
        if (manifest.kind().equals("List") && document.value().path("items").isArray()) {
            for (var item : document.value().path("items")) {
                add(manifests, file, new YamlReader.Document(item, document.line()));
            }
            return;
        }
        if (!isText(manifest, "apiVersion") || !isText(manifest, "kind")) {
            throw refused(manifest, "not a Kubernetes object: apiVersion and kind must be text");
        }
        var metadata = document.value().path("metadata");
        if (!metadata.path("name").isTextual() && !metadata.path("generateName").isTextual()) {
            throw refused(manifest, manifest.kind() + " without metadata.name as text");
        }
        if (metadata.has("namespace") && !metadata.path("namespace").isTextual()) {
            throw refused(manifest, manifest.kind() + ": metadata.namespace must be text");
        }
        var named = ObjectName.problem(manifest);
        if (named.isPresent()) {
            throw refused(manifest, "%s: %s".formatted(manifest.kind(), named.get()));
        }
        manifests.add(manifest);
    }

    private static boolean isText(Manifest manifest, String member) {
        return manifest.value().path(member).isTextual();
    }

    private static UnreadableSource refused(Manifest manifest, String reason) {
        return new UnreadableSource(new Problem(manifest.file(), manifest.line(), 1, reason));
    }

    private ManifestFile() {}
}

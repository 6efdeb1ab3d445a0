package io.dabbawala.gitwatcher.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the manifests of one file. */
public final class ManifestFile {

    private static final String SKIP = "+argocd:skip-file-rendering";

    public static List<Manifest> read(SourceTree tree, TreeEntry entry, Limits limits)
            throws UnreadableSource {
        return read(entry.path(), bytes(tree, entry, limits), limits);
    }

    /**
     * Those of a file that merely lies among manifests: YAML of which no document says a kind or an
     * API version, such as the values of a chart, is about something else and has none.
     */
    static List<Manifest> among(SourceTree tree, TreeEntry entry, Limits limits)
            throws UnreadableSource {
        var file = entry.path();
        var documents = rendered(file, bytes(tree, entry, limits), limits);
        var isOther =
                !file.endsWith(".json")
                        && documents.stream()
                                .map(YamlReader.Document::value)
                                .noneMatch(value -> value.has("kind") || value.has("apiVersion"));
        return isOther ? List.of() : manifests(file, documents);
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
        return manifests(file, rendered(file, bytes, limits));
    }

    private static List<YamlReader.Document> rendered(String file, byte[] bytes, Limits limits)
            throws UnreadableSource {
        var text = Documents.decoded(file, bytes);
        return text.contains(SKIP) ? List.of() : documents(file, text, limits);
    }

    private static List<Manifest> manifests(String file, List<YamlReader.Document> documents)
            throws UnreadableSource {
        var manifests = new ArrayList<Manifest>();
        for (var document : documents) {
            add(manifests, file, document);
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
        if (!isText(manifest, "apiVersion") || !isText(manifest, "kind")) {
            throw refused(manifest, "not a Kubernetes object: apiVersion and kind must be text");
        }
        var items = document.value().path("items");
        if (items.isArray()) {
            for (var item : items) {
                add(manifests, file, new YamlReader.Document(item, document.line()));
            }
        } else if (!isListOfNothing(document.value())) {
            Metadata.check(manifest);
            manifests.add(manifest);
        }
    }

    /** What a template leaves of a list when it has nothing for it. */
    private static boolean isListOfNothing(JsonNode value) {
        return value.path("items").isNull() && !value.has("spec") && !value.has("status");
    }

    private static boolean isText(Manifest manifest, String member) {
        return manifest.value().path(member).isTextual();
    }

    private static UnreadableSource refused(Manifest manifest, String reason) {
        return new UnreadableSource(new Problem(manifest.file(), manifest.line(), 1, reason));
    }

    private ManifestFile() {}
}

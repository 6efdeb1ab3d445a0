package io.dabbawala.gitwatcher.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dabbawala.gitwatcher.render.YamlReader.Document;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/** Reads the manifests of one file. */
public final class ManifestFile {

    private static final String SKIP = "+argocd:skip-file-rendering";

    public static List<Manifest> read(SourceTree tree, TreeEntry entry) throws UnreadableSource {
        var bytes = tree.read(entry, Limits.FILE_BYTES);
        if (bytes.length >= Limits.FILE_BYTES) {
            throw new UnreadableSource(
                    Problem.of(
                            entry.path(),
                            "a file of %d bytes or more".formatted(Limits.FILE_BYTES)));
        }
        return read(entry.path(), bytes);
    }

    static List<Manifest> read(String file, byte[] bytes) throws UnreadableSource {
        var text = text(file, bytes);
        var manifests = new ArrayList<Manifest>();
        if (!text.contains(SKIP)) {
            for (var document : documents(file, text)) {
                add(manifests, file, document);
            }
        }
        return manifests;
    }

    private static List<Document> documents(String file, String text) throws UnreadableSource {
        return file.endsWith(".json")
                ? List.of(new Document(json(file, text), 1))
                : YamlReader.read(file, text);
    }

    private static void add(List<Manifest> manifests, String file, Document document)
            throws UnreadableSource {
        var manifest = new Manifest(document.value(), file, document.line());
        if (manifest.kind().equals("List") && document.value().path("items").isArray()) {
            for (var item : document.value().path("items")) {
                add(manifests, file, new Document(item, document.line()));
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
        manifests.add(manifest);
    }

    private static boolean isText(Manifest manifest, String member) {
        return manifest.value().path(member).isTextual();
    }

    private static UnreadableSource refused(Manifest manifest, String reason) {
        return new UnreadableSource(new Problem(manifest.file(), manifest.line(), 1, reason));
    }

    private static JsonNode json(String file, String text) throws UnreadableSource {
        try {
            return normalised(CanonicalJson.MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw new UnreadableSource(
                    place == null
                            ? Problem.of(file, e.getOriginalMessage())
                            : new Problem(
                                    file,
                                    place.getLineNr(),
                                    place.getColumnNr(),
                                    e.getOriginalMessage()));
        }
    }

    private static JsonNode normalised(JsonNode value) {
        if (value.isObject()) {
            var members = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(m -> members.set(m.getKey(), normalised(m.getValue())));
            return members;
        }
        if (value.isArray()) {
            var items = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> items.add(normalised(item)));
            return items;
        }
        return value.isDouble() ? CanonicalJson.number(value.doubleValue()) : value;
    }

    private static String text(String file, byte[] bytes) throws UnreadableSource {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            throw new UnreadableSource(Problem.of(file, "not UTF-8"));
        }
    }

    private ManifestFile() {}
}

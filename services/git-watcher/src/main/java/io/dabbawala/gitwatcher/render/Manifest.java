package io.dabbawala.gitwatcher.render;

import com.fasterxml.jackson.databind.JsonNode;

/** One declared object and the file it stands in. */
public record Manifest(JsonNode value, String file, int line) {

    public String apiVersion() {
        return value.path("apiVersion").asText();
    }

    public String kind() {
        return value.path("kind").asText();
    }

    public String namespace() {
        return value.path("metadata").path("namespace").asText("");
    }

    /** Empty for an object that has only a generateName. */
    public String name() {
        return value.path("metadata").path("name").asText("");
    }

    public String group() {
        var slash = apiVersion().indexOf('/');
        return slash < 0 ? "" : apiVersion().substring(0, slash);
    }

    /** What makes two manifests the same object. */
    String identity() {
        return identity(namespace());
    }

    /** The same if the namespace is meant where none is named. */
    String in(String usual) {
        return identity(namespace().isEmpty() ? usual : namespace());
    }

    /** No cluster takes an object that has no name and is to get none. */
    public void checkName() throws UnreadableSource {
        if (name().isEmpty() && !value.path("metadata").path("generateName").isTextual()) {
            throw nameless();
        }
    }

    UnreadableSource nameless() {
        return new UnreadableSource(
                new Problem(file, line, 1, kind() + " without metadata.name as text"));
    }

    UnreadableSource refused(String reason) {
        return new UnreadableSource(new Problem(file, line, 1, "%s: %s".formatted(kind(), reason)));
    }

    private String identity(String namespace) {
        return String.join("/", group(), kind(), namespace, name());
    }
}

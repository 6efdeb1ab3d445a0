package io.dabbawala.compliancegate.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A JSON object. What is absent, or of another type than asked for, is empty. */
public record Document(Map<String, Object> json) {

    public static final Document EMPTY = new Document(Map.of());

    @SuppressWarnings("unchecked")
    static Document of(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? new Document((Map<String, Object>) map) : EMPTY;
    }

    /** The same with one member replaced. */
    public Document with(String name, Object value) {
        var changed = new LinkedHashMap<>(json);
        changed.put(name, value instanceof Document document ? document.json() : value);
        return new Document(changed);
    }

    public boolean has(String name) {
        return json.get(name) != null;
    }

    public Document at(String name) {
        return of(json.get(name));
    }

    public String text(String name) {
        return text(name, "");
    }

    public String text(String name, String whenAbsent) {
        var value = json.get(name);
        return value == null || value instanceof Map || value instanceof List
                ? whenAbsent
                : value.toString();
    }

    public boolean flag(String name) {
        return Boolean.TRUE.equals(json.get(name));
    }

    public int whole(String name, int whenAbsent) {
        return json.get(name) instanceof Number number ? number.intValue() : whenAbsent;
    }

    public List<Document> documents(String name) {
        return elements(name).map(Document::of).toList();
    }

    public List<String> texts(String name) {
        return elements(name).map(String::valueOf).toList();
    }

    /** As with {@link #texts}, but empty only if there is no such list at all. */
    public Optional<List<String>> optionalTexts(String name) {
        return json.get(name) instanceof List<?> ? Optional.of(texts(name)) : Optional.empty();
    }

    public String kind() {
        return text("kind");
    }

    public String apiVersion() {
        return text("apiVersion");
    }

    public String name() {
        return at("metadata").text("name");
    }

    public String namespace() {
        return at("metadata").text("namespace");
    }

    public Document spec() {
        return at("spec");
    }

    /** Empty for the core group. */
    public String group() {
        var slash = apiVersion().indexOf('/');
        return slash < 0 ? "" : apiVersion().substring(0, slash);
    }

    public String version() {
        return apiVersion().substring(apiVersion().indexOf('/') + 1);
    }

    private Stream<?> elements(String name) {
        return json.get(name) instanceof List<?> list ? list.stream() : Stream.empty();
    }
}

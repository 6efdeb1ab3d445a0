package io.dabbawala.e2e;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** One object, declared or live. */
record Thing(Name name, Map<String, Object> content) {

    private static final String TRACKING = "argocd.argoproj.io/tracking-id";

    record Name(String kind, String namespace, String name) {

        @Override
        public String toString() {
            return "%s %s/%s".formatted(kind, namespace, name);
        }
    }

    /** One that names no namespace has this one. */
    static Thing of(Map<String, Object> content, String namespace) {
        var named = text(content, "metadata", "namespace");
        return new Thing(
                new Name(
                        text(content, "kind"),
                        named.isEmpty() ? namespace : named,
                        text(content, "metadata", "name")),
                content);
    }

    /** The application it says it belongs to; empty if it says none. */
    String application() {
        var id = text(content, "metadata", "annotations", TRACKING);
        return id.isEmpty() ? "" : "argocd/" + id.substring(0, id.indexOf(':'));
    }

    /** Whether every field that is declared is so here; what is not declared may be anything. */
    boolean isAs(Thing declared) {
        return name.equals(declared.name)
                && Objects.equals(content.get("data"), declared.content.get("data"))
                && contains(content, declared.content);
    }

    /** Whether somebody else wrote a field of it, by hand for example. */
    boolean isEdited() {
        return content.get("metadata") instanceof Map<?, ?> metadata
                && metadata.get("managedFields") instanceof List<?> writers
                && writers.stream().anyMatch(Thing::isEdit);
    }

    private static boolean isEdit(Object writer) {
        return writer instanceof Map<?, ?> entry
                && "Update".equals(entry.get("operation"))
                && entry.get("subresource") == null
                && !"kube-controller-manager".equals(entry.get("manager"));
    }

    private static boolean contains(Object live, Object declared) {
        return switch (declared) {
            case Map<?, ?> fields ->
                    live instanceof Map<?, ?> there
                            && fields.entrySet().stream()
                                    .allMatch(
                                            field ->
                                                    contains(
                                                            there.get(field.getKey()),
                                                            field.getValue()));
            case List<?> items ->
                    live instanceof List<?> there
                            && there.size() == items.size()
                            && IntStream.range(0, items.size())
                                    .allMatch(i -> contains(there.get(i), items.get(i)));
            case null, default -> String.valueOf(declared).equals(String.valueOf(live));
        };
    }

    private static String text(Map<String, Object> content, String... path) {
        Object here = content;
        for (var name : path) {
            here = here instanceof Map<?, ?> fields ? fields.get(name) : null;
        }
        return here == null ? "" : here.toString();
    }
}

package io.dabbawala.compliancegate.policy;

import io.dabbawala.compliancegate.document.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing the API server would be asked.
 *
 * @param object what would be there afterwards; absent for DELETE
 * @param old what is there; absent for CREATE
 * @param namespace the Namespace of the object as far as it is known
 */
public record Admission(
        Operation operation,
        ObjectRef ref,
        Optional<Document> object,
        Optional<Document> old,
        Optional<Document> namespace,
        String user) {

    boolean isNamespaced() {
        return !ref.namespace().isEmpty();
    }

    String resource() {
        return Resources.of(ref.kind());
    }

    /** Absent for cluster-scoped objects. */
    Optional<Document> namespaceObject() {
        return isNamespaced()
                ? namespace.or(() -> Optional.of(namespaceOfName(ref.namespace())))
                : Optional.empty();
    }

    /** The variable {@code request}. */
    Map<String, Object> request() {
        var request = new LinkedHashMap<String, Object>();
        var kind = Map.of("group", ref.group(), "version", ref.version(), "kind", ref.kind());
        var resource =
                Map.of("group", ref.group(), "version", ref.version(), "resource", resource());
        request.put("uid", "");
        request.put("kind", kind);
        request.put("resource", resource);
        request.put("subResource", "");
        request.put("requestKind", kind);
        request.put("requestResource", resource);
        request.put("requestSubResource", "");
        request.put("name", ref.name());
        request.put("namespace", ref.namespace());
        request.put("operation", operation.name());
        request.put("userInfo", Map.of("username", user, "uid", "", "groups", List.of()));
        request.put("dryRun", false);
        return request;
    }

    private static Document namespaceOfName(String name) {
        return new Document(
                Map.of(
                        "apiVersion", "v1",
                        "kind", "Namespace",
                        "metadata",
                                Map.of(
                                        "name",
                                        name,
                                        "labels",
                                        Map.of("kubernetes.io/metadata.name", name))));
    }
}

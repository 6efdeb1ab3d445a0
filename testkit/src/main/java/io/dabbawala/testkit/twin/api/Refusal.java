package io.dabbawala.testkit.twin.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.fields.FieldConflict;
import io.dabbawala.testkit.twin.schema.Kind;
import java.util.List;
import java.util.stream.Collectors;

/** The server's no: a Status with its code, worded as the real one words it. */
public final class Refusal extends RuntimeException {

    /** One thing that is wrong with an object. */
    public record Cause(String reason, String message, String field) {

        public static Cause invalid(String field, String message) {
            return new Cause("FieldValueInvalid", "Invalid value: " + message, field);
        }

        public static Cause required(String field, String message) {
            return new Cause(
                    "FieldValueRequired",
                    message.isEmpty() ? "Required value" : "Required value: " + message,
                    field);
        }
    }

    private final transient ObjectNode status;

    private Refusal(int code, String reason, String message) {
        super(message);
        status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Failure").put("message", message).put("reason", reason);
        status.put("code", code);
    }

    public ObjectNode status() {
        return status.deepCopy();
    }

    public int code() {
        return status.get("code").intValue();
    }

    private Refusal about(String name, String group, String kind) {
        var details = status.putObject("details");
        if (!name.isEmpty()) {
            details.put("name", name);
        }
        if (!group.isEmpty()) {
            details.put("group", group);
        }
        details.put("kind", kind);
        return this;
    }

    private Refusal because(List<Cause> causes) {
        var list = status.withObject("/details").putArray("causes");
        causes.forEach(
                cause ->
                        list.addObject()
                                .put("reason", cause.reason())
                                .put("message", cause.message())
                                .put("field", cause.field()));
        return this;
    }

    static Refusal notFound(Kind kind, String name) {
        return new Refusal(404, "NotFound", "%s \"%s\" not found".formatted(kind.resource(), name))
                .about(name, kind.gvk().group(), kind.plural());
    }

    public static Refusal noSuchResource() {
        var refusal =
                new Refusal(404, "NotFound", "the server could not find the requested resource");
        refusal.status.putObject("details");
        return refusal;
    }

    static Refusal alreadyExists(Kind kind, String name) {
        return new Refusal(
                        409,
                        "AlreadyExists",
                        "%s \"%s\" already exists".formatted(kind.resource(), name))
                .about(name, kind.gvk().group(), kind.plural());
    }

    static Refusal conflict(Kind kind, String name, String why) {
        return new Refusal(
                        409,
                        "Conflict",
                        "Operation cannot be fulfilled on %s \"%s\": %s"
                                .formatted(kind.resource(), name, why))
                .about(name, kind.gvk().group(), kind.plural());
    }

    static Refusal precondition(Kind kind, String name, String why) {
        return new Refusal(
                        409,
                        "Conflict",
                        "Operation cannot be fulfilled on %s \"%s\": %s"
                                .formatted(kind.qualifiedKind(), name, why))
                .about(name, kind.gvk().group(), kind.name());
    }

    static Refusal fieldConflicts(List<FieldConflict> conflicts) {
        var causes =
                conflicts.stream()
                        .flatMap(
                                conflict ->
                                        conflict.fields().stream()
                                                .map(
                                                        field ->
                                                                new Cause(
                                                                        "FieldManagerConflict",
                                                                        "conflict with "
                                                                                + conflict.owner(),
                                                                        field)))
                        .toList();
        return new Refusal(409, "Conflict", FieldConflictMessage.of(conflicts)).because(causes);
    }

    static Refusal invalid(Kind kind, String name, List<Cause> causes) {
        var texts =
                causes.stream()
                        .map(cause -> cause.field() + ": " + cause.message())
                        .distinct()
                        .collect(Collectors.joining(", "));
        return new Refusal(
                        422,
                        "Invalid",
                        "%s \"%s\" is invalid: %s"
                                .formatted(
                                        kind.qualifiedKind(),
                                        name,
                                        causes.size() == 1 ? texts : "[" + texts + "]"))
                .about(name, kind.gvk().group(), kind.name())
                .because(causes);
    }

    static Refusal fieldManagerRequired() {
        return new Refusal(
                        422,
                        "Invalid",
                        "PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is"
                                + " required for apply patch")
                .about("", "meta.k8s.io", "PatchOptions")
                .because(List.of(Cause.required("fieldManager", "is required for apply patch")));
    }

    public static Refusal badRequest(String message) {
        return new Refusal(400, "BadRequest", message);
    }

    static Refusal forbidden(Kind kind, String name, String why) {
        return new Refusal(
                        403,
                        "Forbidden",
                        "%s \"%s\" is forbidden: %s".formatted(kind.resource(), name, why))
                .about(name, kind.gvk().group(), kind.plural());
    }

    static Refusal namespaceTerminating(Kind kind, String name, String namespace) {
        var why =
                "unable to create new content in namespace %s because it is being terminated"
                        .formatted(namespace);
        var refusal = forbidden(kind, name, why);
        refusal.because(
                List.of(
                        new Cause(
                                "NamespaceTerminating",
                                "namespace %s is being terminated".formatted(namespace),
                                "metadata.namespace")));
        return refusal;
    }

    /** A patch that does not fit its object; why is not told. */
    static Refusal unprocessable() {
        var refusal =
                new Refusal(
                        422,
                        "Invalid",
                        "the server rejected our request due to an error in our request");
        refusal.status.putObject("details");
        return refusal;
    }

    /** What the real server did not foresee: it answers 500 and gives no reason. */
    public static Refusal internal(String message) {
        var refusal = new Refusal(500, "", message);
        refusal.status.remove("reason");
        return refusal;
    }

    static Refusal undeclaredField(Kind kind, ObjectNode applied, String field) {
        return internal(
                "failed to create typed patch object (%s/%s; %s, Kind=%s): .%s: field not declared in schema"
                        .formatted(
                                applied.at("/metadata/namespace").asText(),
                                applied.at("/metadata/name").asText(),
                                kind.apiVersion(),
                                kind.name(),
                                field));
    }

    public static Refusal unknownDryRun(String options, String value) {
        var message = "Unsupported value: [\"%s\"]: supported values: \"All\"".formatted(value);
        return new Refusal(
                        422,
                        "Invalid",
                        "%s.meta.k8s.io \"\" is invalid: dryRun: %s".formatted(options, message))
                .about("", "meta.k8s.io", options)
                .because(List.of(new Cause("FieldValueNotSupported", message, "dryRun")));
    }

    static Refusal unknownFields(Kind kind, List<String> fields) {
        return badRequest(
                "%s in version \"%s\" cannot be handled as a %s: strict decoding error: %s"
                        .formatted(
                                kind.name(),
                                kind.gvk().version(),
                                kind.name(),
                                fields.stream()
                                        .map(field -> "unknown field \"" + field + "\"")
                                        .collect(Collectors.joining(", "))));
    }

    public static Refusal expired(String message) {
        return new Refusal(410, "Expired", message);
    }

    public static Refusal methodNotAllowed() {
        var refusal =
                new Refusal(
                        405,
                        "MethodNotAllowed",
                        "the server does not allow this method on the requested resource");
        refusal.status.putObject("details");
        return refusal;
    }

    public static Refusal unsupportedPatch() {
        var refusal = new Refusal(415, "UnsupportedMediaType", "415: Unsupported Media Type");
        refusal.status.putObject("details");
        return refusal;
    }

    public static Refusal unsupportedBody() {
        return new Refusal(
                415,
                "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include:"
                        + " application/json, application/yaml");
    }
}

package io.dabbawala.testkit.twin.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.schema.Schema;
import java.util.List;

/**
 * How writes change an object and the owners of its fields. Objects come in and go out without
 * {@code metadata.managedFields}; the owners are beside them.
 */
public final class Ownership {

    /** Fields nobody owns: the server's own. */
    private static final List<String> SERVERS_METADATA =
            List.of(
                    "name",
                    "namespace",
                    "creationTimestamp",
                    "selfLink",
                    "uid",
                    "generation",
                    "managedFields",
                    "resourceVersion");

    private final Schema schema;
    private final Managers managers;
    private final boolean status;
    private final String now;

    /**
     * @param hasStatus whether status has a subresource of its own and is not owned through others
     */
    public Ownership(Schema schema, Managers managers, boolean hasStatus, String now) {
        this.schema = schema;
        this.managers = managers;
        this.status = hasStatus;
        this.now = now;
    }

    /** What applying came to: a new object, or whose fields stand in the way. */
    public sealed interface Applied {
        record Merged(JsonNode object) implements Applied {}

        record Conflicting(List<FieldConflict> conflicts) implements Applied {}
    }

    /**
     * Lays {@code applied} over {@code live}, removes what this manager applied before and does not
     * any more, and records who owns what.
     */
    public Applied apply(Managers.Id manager, JsonNode live, JsonNode applied, boolean force) {
        var before = managers.fields(manager);
        var wanted = own(FieldSet.of(schema, applied), manager);
        managers.set(manager, wanted, now);
        var gone = before.minus(wanted);
        var merged =
                Removal.from(schema, Merge.of(schema, live, applied), gone, managers.everything());
        var changes = Changes.between(schema, live, merged);
        var conflicts = managers.conflicts(manager, own(changes.written(), manager));
        if (!conflicts.isEmpty() && !force) {
            return new Applied.Conflicting(conflicts);
        }
        managers.release(manager, changes.written());
        managers.forget(changes.removed());
        return new Applied.Merged(merged);
    }

    /** Records a write that was no apply: the writer takes over whatever it changed. */
    public void update(Managers.Id manager, JsonNode live, JsonNode written) {
        var changes = Changes.between(schema, live, written);
        managers.forget(changes.removed());
        var fields = own(changes.written(), manager);
        managers.release(manager, fields);
        if (!fields.isEmpty()) {
            managers.set(manager, managers.fields(manager).union(fields), now);
        }
    }

    /** Without the server's own fields, and only those of the subresource written to. */
    private FieldSet own(FieldSet fields, Managers.Id manager) {
        fields.cut("f:apiVersion");
        fields.cut("f:kind");
        SERVERS_METADATA.forEach(name -> fields.cut("f:metadata", "f:" + name));
        if (!manager.subresource().equals("status") && status) {
            fields.cut("f:status");
        }
        return fields.minus(new FieldSet());
    }

    public static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}

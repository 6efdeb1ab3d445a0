package io.dabbawala.testkit.twin.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who owns which fields of an object: {@code metadata.managedFields}. */
public final class Managers {

    /** A manager's name in one role; {@code subresource} is "" for the object itself. */
    public record Id(String name, String operation, String apiVersion, String subresource) {

        public boolean applies() {
            return operation.equals("Apply");
        }
    }

    public record Entry(FieldSet fields, String time) {}

    private final Map<Id, Entry> entries = new LinkedHashMap<>();

    public static Managers of(JsonNode object) {
        var managers = new Managers();
        for (var entry : object.path("metadata").path("managedFields")) {
            managers.entries.put(
                    new Id(
                            entry.path("manager").asText(),
                            entry.path("operation").asText(),
                            entry.path("apiVersion").asText(),
                            entry.path("subresource").asText("")),
                    new Entry(FieldSet.read(entry.path("fieldsV1")), entry.path("time").asText()));
        }
        return managers;
    }

    public ArrayNode write() {
        var list = JsonNodeFactory.instance.arrayNode();
        entries.entrySet().stream()
                .filter(entry -> !entry.getValue().fields().isEmpty())
                .sorted(
                        Comparator.comparing((Map.Entry<Id, Entry> e) -> e.getKey().operation())
                                .thenComparing(e -> e.getValue().time())
                                .thenComparing(e -> e.getKey().name()))
                .forEach(entry -> list.add(write(entry.getKey(), entry.getValue())));
        return list;
    }

    private static JsonNode write(Id id, Entry entry) {
        var node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("manager", id.name())
                        .put("operation", id.operation())
                        .put("apiVersion", id.apiVersion())
                        .put("time", entry.time())
                        .put("fieldsType", "FieldsV1");
        node.set("fieldsV1", entry.fields().write());
        return id.subresource().isEmpty() ? node : node.put("subresource", id.subresource());
    }

    public FieldSet fields(Id id) {
        var entry = entries.get(id);
        return entry == null ? new FieldSet() : entry.fields();
    }

    public void set(Id id, FieldSet fields, String time) {
        entries.put(id, new Entry(fields, time));
    }

    /** Takes these fields from everybody but {@code writer}. */
    public void release(Id writer, FieldSet fields) {
        entries.replaceAll(
                (id, entry) ->
                        id.equals(writer)
                                ? entry
                                : new Entry(entry.fields().minus(fields), entry.time()));
    }

    /** Takes these fields from everybody. */
    public void forget(FieldSet fields) {
        entries.replaceAll((id, entry) -> new Entry(entry.fields().minus(fields), entry.time()));
    }

    public FieldSet everything() {
        return union(entries.values());
    }

    /** Every other manager that owns one of these fields. */
    public List<FieldConflict> conflicts(Id writer, FieldSet fields) {
        var conflicts = new ArrayList<FieldConflict>();
        entries.forEach(
                (id, entry) -> {
                    var both = entry.fields().intersect(fields);
                    if (!id.equals(writer) && !both.isEmpty()) {
                        conflicts.add(new FieldConflict(id, both.spelled()));
                    }
                });
        return conflicts;
    }

    private static FieldSet union(Collection<Entry> entries) {
        return entries.stream().map(Entry::fields).reduce(new FieldSet(), FieldSet::union);
    }
}

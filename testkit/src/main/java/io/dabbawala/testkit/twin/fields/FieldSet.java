package io.dabbawala.testkit.twin.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A set of paths to fields: the tree that FieldsV1 writes down. A node may itself be a member (a
 * scalar, an item of a list, an empty map) and have members below.
 */
public final class FieldSet {

    private boolean member;
    private final TreeMap<String, FieldSet> children = new TreeMap<>();

    /** The fields a value of this shape has. */
    public static FieldSet of(Schema schema, JsonNode value) {
        var set = new FieldSet();
        set.addAll(schema, value);
        return set;
    }

    public static FieldSet read(JsonNode fieldsV1) {
        var set = new FieldSet();
        fieldsV1.properties()
                .forEach(
                        entry -> {
                            if (entry.getKey().equals(".")) {
                                set.member = true;
                            } else {
                                set.children.put(entry.getKey(), read(entry.getValue()));
                            }
                        });
        set.member |= set.children.isEmpty();
        return set;
    }

    public ObjectNode write() {
        var node = JsonNodeFactory.instance.objectNode();
        if (member && !children.isEmpty()) {
            node.putObject(".");
        }
        children.forEach((element, child) -> node.set(element, child.write()));
        return node;
    }

    public boolean isEmpty() {
        return !member && children.values().stream().allMatch(FieldSet::isEmpty);
    }

    public boolean isMember() {
        return member;
    }

    public Map<String, FieldSet> children() {
        return Collections.unmodifiableMap(children);
    }

    /** What is below this element; empty when nothing is. */
    public FieldSet below(String element) {
        return children.getOrDefault(element, new FieldSet());
    }

    void include() {
        member = true;
    }

    FieldSet descend(String element) {
        return children.computeIfAbsent(element, e -> new FieldSet());
    }

    void graft(String element, FieldSet below) {
        children.merge(element, below, FieldSet::union);
    }

    /** Whoever makes a map or a list owns it itself, not only what is in it. */
    void includeContainers(Schema schema, JsonNode value) {
        member = true;
        if (value.isObject()) {
            value.properties()
                    .forEach(
                            f -> {
                                var child = children.get(Element.field(f.getKey()));
                                if (child != null) {
                                    child.includeContainers(
                                            Shapes.field(schema, f.getKey()), f.getValue());
                                }
                            });
        } else if (schema instanceof Schema.Items list && list.by() != Schema.By.NOTHING) {
            value.forEach(
                    item -> {
                        var child = children.get(Element.item(list, item));
                        if (child != null) {
                            child.includeContainers(list.item(), item);
                        }
                    });
        }
    }

    /** Takes the path out, with everything below it. */
    public void cut(String... path) {
        var node = this;
        for (int i = 0; i < path.length - 1 && node != null; i++) {
            node = node.children.get(path[i]);
        }
        if (node != null) {
            node.children.remove(path[path.length - 1]);
        }
    }

    public FieldSet union(FieldSet other) {
        var union = new FieldSet();
        union.member = member || other.member;
        children.forEach((e, child) -> union.children.put(e, child.union(other.below(e))));
        other.children.forEach(
                (e, child) -> {
                    if (!children.containsKey(e)) {
                        union.children.put(e, child);
                    }
                });
        return union;
    }

    public FieldSet minus(FieldSet other) {
        var rest = new FieldSet();
        rest.member = member && !other.member;
        children.forEach((e, child) -> rest.keep(e, child.minus(other.below(e))));
        return rest;
    }

    public FieldSet intersect(FieldSet other) {
        var both = new FieldSet();
        both.member = member && other.member;
        children.forEach((e, child) -> both.keep(e, child.intersect(other.below(e))));
        return both;
    }

    /** Every member as messages spell it: {@code .spec.containers[name="web"].image}. */
    public List<String> spelled() {
        var paths = new ArrayList<String>();
        spell("", paths);
        return paths;
    }

    private void spell(String prefix, List<String> paths) {
        if (member) {
            paths.add(prefix);
        }
        children.forEach((e, child) -> child.spell(prefix + Element.spelled(e), paths));
    }

    private void keep(String element, FieldSet child) {
        if (!child.isEmpty()) {
            children.put(element, child);
        }
    }

    private void addAll(Schema schema, JsonNode value) {
        switch (schema) {
            case Schema.Scalar scalar -> {
                if (scalar == Schema.Scalar.ANY && value.isObject() && !value.isEmpty()) {
                    addFields(schema, value);
                } else {
                    member = true;
                }
            }
            case Schema.Struct struct when struct.atomic() -> member = true;
            case Schema.Dictionary dictionary when dictionary.atomic() -> member = true;
            case Schema.Struct _, Schema.Dictionary _ -> addFields(schema, value);
            case Schema.Items list when list.by() == Schema.By.NOTHING -> member = true;
            case Schema.Items list ->
                    value.forEach(
                            item -> {
                                var child = descend(Element.item(list, item));
                                child.addAll(list.item(), item);
                                child.member = true;
                            });
        }
    }

    private void addFields(Schema schema, JsonNode value) {
        value.properties()
                .forEach(
                        field -> {
                            var child = new FieldSet();
                            var shape = Shapes.field(schema, field.getKey());
                            if (!field.getValue().isNull()) {
                                child.addAll(shape, field.getValue());
                            }
                            child.member |=
                                    field.getValue().isNull()
                                            || field.getValue().isObject()
                                                    && field.getValue().isEmpty()
                                            || !Shapes.names(schema, field.getKey());
                            keep(Element.field(field.getKey()), child);
                        });
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldSet set
                && member == set.member
                && children.equals(set.children);
    }

    @Override
    public int hashCode() {
        return 31 * children.hashCode() + Boolean.hashCode(member);
    }

    @Override
    public String toString() {
        return write().toString();
    }
}

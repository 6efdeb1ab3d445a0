package io.dabbawala.reconciler.application;

import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A field of a declaration and its place, so that a value of a wrong type is refused by name. An
 * absent field and null are the same.
 *
 * @param path {@code spec.syncPolicy.retry.limit}
 */
public record SpecField(String path, @Nullable Object value) {

    /** The field of this name; this must be an object, or absent. */
    public SpecField at(String name) {
        return new SpecField(path + "." + name, object().get(name));
    }

    public boolean isAbsent() {
        return value == null;
    }

    /** The members; none when absent. */
    public Map<String, Object> object() {
        return switch (value) {
            case null -> Map.of();
            case Map<?, ?> _ -> Tree.map(value);
            default -> throw wrong("an object");
        };
    }

    /** The elements; none when absent. */
    public List<SpecField> list() {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> elements)) {
            throw wrong("a list");
        }
        var fields = new ArrayList<SpecField>();
        elements.forEach(one -> fields.add(new SpecField(path + "[" + fields.size() + "]", one)));
        return fields;
    }

    public String text(String otherwise) {
        return switch (value) {
            case null -> otherwise;
            case String text -> text;
            default -> throw wrong("a text");
        };
    }

    public String text() {
        return text("");
    }

    /** The word false, and not a text that says so. */
    public boolean isFalse() {
        return Boolean.FALSE.equals(value);
    }

    public boolean flag(boolean otherwise) {
        return switch (value) {
            case null -> otherwise;
            case Boolean flag -> flag;
            default -> throw wrong("true or false");
        };
    }

    public OptionalLong number() {
        return switch (value) {
            case null -> OptionalLong.empty();
            case Integer number -> OptionalLong.of(number);
            case Long number -> OptionalLong.of(number);
            default -> throw wrong("a whole number");
        };
    }

    public List<String> texts() {
        return list().stream().map(SpecField::text).toList();
    }

    /** Members that are all texts, in their order. */
    public Map<String, String> textMembers() {
        var members = new LinkedHashMap<String, String>();
        object().keySet().forEach(name -> members.put(name, at(name).text()));
        return members;
    }

    private IllegalArgumentException wrong(String wanted) {
        return new IllegalArgumentException(
                "%s must be %s, not %s".formatted(path, wanted, shown(Json.write(value))));
    }

    private static String shown(String json) {
        return json.length() <= 60 ? json : json.substring(0, 60) + "...";
    }
}

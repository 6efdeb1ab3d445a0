package io.dabbawala.reconciler.diff;

import io.dabbawala.reconciler.object.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of fields by where they stand: lines of {@code pattern = JSON}, where a pattern is
 * the end of a path and {@code *} any name or element. The first that fits is meant.
 */
final class FieldTable {

    private record Row(List<String> pattern, Object value) {}

    private final Map<String, List<Row>> byLastName = new HashMap<>();

    FieldTable(String lines) {
        lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split(" = ", 2))
                .forEach(parts -> add(List.of(parts[0].split("/")), value(parts[1])));
    }

    private void add(List<String> pattern, Object value) {
        byLastName
                .computeIfAbsent(pattern.getLast(), _ -> new ArrayList<>())
                .add(new Row(pattern, value));
    }

    private static Object value(String json) {
        return Json.object("{\"value\":" + json + "}").get("value");
    }

    /** All values that are known for a field at this position. */
    List<Object> at(FieldPosition position) {
        var own = rows(position, position.isElement() ? "*" : position.token());
        return own.isEmpty() ? rows(position, "*") : own;
    }

    Optional<Object> firstAt(FieldPosition position) {
        return at(position).stream().findFirst();
    }

    boolean has(FieldPosition position) {
        return !at(position).isEmpty();
    }

    private List<Object> rows(FieldPosition position, String lastName) {
        return byLastName.getOrDefault(lastName, List.of()).stream()
                .filter(row -> position.endsWith(row.pattern()))
                .map(Row::value)
                .toList();
    }
}

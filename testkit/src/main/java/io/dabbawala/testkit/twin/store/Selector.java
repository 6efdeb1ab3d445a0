package io.dabbawala.testkit.twin.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.testkit.twin.schema.Kind;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which objects a list or a watch is about: {@code labelSelector} and {@code fieldSelector}. */
public record Selector(Predicate<JsonNode> matches) {

    private static final Pattern SETS =
            Pattern.compile("\\s*(\\S+)\\s+(in|notin)\\s*\\(([^)]*)\\)\\s*");
    private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))");
    private static final Pattern EQUALITY =
            Pattern.compile("\\s*([^=!\\s]+)\\s*(==?|!=)\\s*(\\S*)\\s*");
    public static final Selector ALL = new Selector(object -> true);

    /** A selector nobody can understand; the message is the server's. */
    public static final class Unreadable extends RuntimeException {
        Unreadable(String message) {
            super(message);
        }
    }

    /** Reads both selectors of a request for objects of this kind; "" selects all. */
    public static Selector of(Kind kind, String labels, String fields) {
        var selectable = new SelectableFields(kind);
        var byLabels = terms(labels).map(Selector::label).reduce(object -> true, Predicate::and);
        var byFields =
                terms(fields)
                        .map(term -> field(selectable, term))
                        .reduce(object -> true, Predicate::and);
        return new Selector(byLabels.and(byFields));
    }

    /** A {@code LabelSelector} of a workload. */
    public static Selector of(JsonNode selector) {
        Predicate<JsonNode> all = object -> true;
        for (var label : selector.path("matchLabels").properties()) {
            all = all.and(o -> label.getValue().equals(labels(o).get(label.getKey())));
        }
        for (var term : selector.path("matchExpressions")) {
            all = all.and(o -> expression(term, labels(o)));
        }
        return new Selector(all);
    }

    public boolean matches(JsonNode object) {
        return matches.test(object);
    }

    private static boolean expression(JsonNode term, JsonNode labels) {
        var value = labels.get(term.path("key").asText());
        return switch (term.path("operator").asText()) {
            case "In" -> value != null && contains(term.path("values"), value);
            case "NotIn" -> value == null || !contains(term.path("values"), value);
            case "Exists" -> value != null;
            default -> value == null;
        };
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (var candidate : values) {
            if (candidate.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static Stream<String> terms(String selector) {
        return selector.isBlank() ? Stream.of() : Arrays.stream(COMMA.split(selector));
    }

    private static Predicate<JsonNode> label(String term) {
        var sets = SETS.matcher(term);
        if (sets.matches()) {
            var values = Arrays.stream(sets.group(3).split(",")).map(String::strip).toList();
            var wanted = sets.group(2).equals("in");
            return o ->
                    labels(o).has(sets.group(1))
                            ? values.contains(labels(o).path(sets.group(1)).asText()) == wanted
                            : !wanted;
        }
        var equality = EQUALITY.matcher(term);
        if (equality.matches()) {
            var equal = !equality.group(2).equals("!=");
            return o ->
                    (labels(o).has(equality.group(1))
                                    && labels(o)
                                            .path(equality.group(1))
                                            .asText()
                                            .equals(equality.group(3)))
                            == equal;
        }
        var name = term.strip();
        if (name.contains(" ") || name.contains("(")) {
            throw new Unreadable(
                    "unable to parse requirement: found '%s', expected: in, notin, =, ==, !=, gt, lt"
                            .formatted(name));
        }
        return name.startsWith("!")
                ? o -> !labels(o).has(name.substring(1).strip())
                : o -> labels(o).has(name);
    }

    private static Predicate<JsonNode> field(SelectableFields selectable, String term) {
        var equality = EQUALITY.matcher(term);
        if (!equality.matches()) {
            throw new Unreadable(
                    "invalid selector: '%s'; can't understand '%s'".formatted(term, term));
        }
        var equal = !equality.group(2).equals("!=");
        var pointer = selectable.pointer(equality.group(1));
        return o -> o.at(pointer).asText("").equals(equality.group(3)) == equal;
    }

    private static JsonNode labels(JsonNode object) {
        return object.path("metadata").path("labels");
    }
}

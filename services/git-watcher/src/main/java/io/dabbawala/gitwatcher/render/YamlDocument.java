package io.dabbawala.gitwatcher.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dabbawala.gitwatcher.render.GoScalar.IllegalScalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;

/**
 * Builds one document from the parser's events. Depth, aliases and what they multiply to are
 * counted before anything is built.
 */
final class YamlDocument {

    private static final String STANDARD = "tag:yaml.org,2002:";

    /**
     * @param weight about how many bytes of JSON the value is
     */
    private record Weighed(JsonNode value, long weight) {}

    private final String file;
    private final Parser parser;
    private final Limits.Document limits;
    private final Map<String, Weighed> anchors = new HashMap<>();
    private int depth;
    private int aliases;
    private long weight;

    YamlDocument(String file, Parser parser, Limits.Document limits) {
        this.file = file;
        this.parser = parser;
        this.limits = limits;
    }

    JsonNode read() throws UnreadableSource {
        return node(parser.getEvent());
    }

    private JsonNode node(Event event) throws UnreadableSource {
        var before = weight;
        return switch (event) {
            case AliasEvent alias -> aliased(alias);
            case ScalarEvent scalar -> anchored(scalar.getAnchor(), scalar(scalar), before);
            case SequenceStartEvent start -> anchored(start.getAnchor(), sequence(start), before);
            case MappingStartEvent start -> anchored(start.getAnchor(), mapping(start), before);
            default -> throw refused(event, "a value was expected");
        };
    }

    private JsonNode anchored(@Nullable String anchor, JsonNode value, long before) {
        if (anchor != null) {
            anchors.put(anchor, new Weighed(value, weight - before));
        }
        return value;
    }

    private JsonNode aliased(AliasEvent alias) throws UnreadableSource {
        var target = anchors.get(alias.getAnchor());
        if (target == null) {
            throw refused(alias, "alias *%s means nothing yet".formatted(alias.getAnchor()));
        }
        if (++aliases > limits.aliases()) {
            throw refused(
                    alias,
                    "more than %d aliases".formatted(limits.aliases())
                            + limits.raisedBy("aliases"));
        }
        weigh(alias, target.weight());
        return target.value().deepCopy();
    }

    private JsonNode sequence(SequenceStartEvent start) throws UnreadableSource {
        enter(start);
        var items = JsonNodeFactory.instance.arrayNode();
        for (var event = parser.getEvent();
                !event.is(Event.ID.SequenceEnd);
                event = parser.getEvent()) {
            items.add(node(event));
        }
        depth--;
        return items;
    }

    private JsonNode mapping(MappingStartEvent start) throws UnreadableSource {
        enter(start);
        var members = JsonNodeFactory.instance.objectNode();
        var keys = new HashSet<String>();
        var merged = JsonNodeFactory.instance.objectNode();
        for (var event = parser.getEvent();
                !event.is(Event.ID.MappingEnd);
                event = parser.getEvent()) {
            if (isMerge(event)) {
                merge(event, merged);
            } else {
                var key = key(event, keys);
                members.set(key, node(parser.getEvent()));
            }
        }
        merged.properties().stream()
                .filter(member -> !keys.contains(member.getKey()))
                .forEach(member -> members.set(member.getKey(), member.getValue()));
        depth--;
        return members;
    }

    private String key(Event event, Set<String> keys) throws UnreadableSource {
        if (!(event instanceof ScalarEvent) && !(event instanceof AliasEvent)) {
            throw refused(event, "a key must be a scalar");
        }
        var value = node(event);
        if (!value.isValueNode() || value.isNull()) {
            throw refused(event, "a key must be text, a number or a boolean");
        }
        var key = value.asText();
        if (!keys.add(key)) {
            throw refused(event, "duplicate key \"%s\"".formatted(key));
        }
        return key;
    }

    private static boolean isMerge(Event event) {
        return event instanceof ScalarEvent scalar
                && scalar.isPlain()
                && scalar.getTag() == null
                && scalar.getValue().equals("<<");
    }

    private void merge(Event key, ObjectNode into) throws UnreadableSource {
        var value = node(parser.getEvent());
        switch (value) {
            case ObjectNode one -> into.setAll(missingIn(into, one));
            case ArrayNode several -> {
                for (var one : several) {
                    if (!(one instanceof ObjectNode members)) {
                        throw refused(key, "<< takes mappings only");
                    }
                    into.setAll(missingIn(into, members));
                }
            }
            default -> throw refused(key, "<< takes mappings only");
        }
    }

    private static ObjectNode missingIn(ObjectNode present, ObjectNode members) {
        return members.deepCopy().remove(present.propertyStream().map(Map.Entry::getKey).toList());
    }

    private JsonNode scalar(ScalarEvent scalar) throws UnreadableSource {
        weigh(scalar, scalar.getValue().length());
        var tag = scalar.getTag();
        try {
            if (tag == null) {
                return scalar.isPlain()
                        ? GoScalar.resolve(scalar.getValue(), limits)
                        : TextNode.valueOf(scalar.getValue());
            }
            return tagged(scalar, tag);
        } catch (IllegalScalar e) {
            throw refused(scalar, String.valueOf(e.getMessage()));
        }
    }

    private JsonNode tagged(ScalarEvent scalar, String tag) throws UnreadableSource, IllegalScalar {
        var text = scalar.getValue();
        if (tag.equals("!") || tag.equals(STANDARD + "str")) {
            return TextNode.valueOf(text);
        }
        var value = GoScalar.resolve(text, limits);
        var fits =
                switch (tag) {
                    case STANDARD + "int" -> value.isIntegralNumber();
                    case STANDARD + "float" -> value.isNumber();
                    case STANDARD + "bool" -> value.isBoolean();
                    case STANDARD + "null" -> value.isNull();
                    default -> throw refused(scalar, "tag %s is not known".formatted(tag));
                };
        if (!fits) {
            throw refused(scalar, "\"%s\" is no %s".formatted(text, tag));
        }
        return value;
    }

    private void enter(CollectionStartEvent start) throws UnreadableSource {
        if (++depth > limits.depth()) {
            var mark = start.getStartMark();
            throw new UnreadableSource(
                    limits.tooDeep(file, mark.getLine() + 1, mark.getColumn() + 1));
        }
        var tag = start.getTag();
        if (tag != null && !tag.equals(STANDARD + "map") && !tag.equals(STANDARD + "seq")) {
            throw refused(start, "tag %s is not known".formatted(tag));
        }
        weigh(start, 2);
    }

    private void weigh(Event event, long more) throws UnreadableSource {
        weight += more + 1;
        if (weight > limits.bytes()) {
            var mark = event.getStartMark();
            throw new UnreadableSource(
                    limits.tooLarge(file, mark.getLine() + 1, mark.getColumn() + 1));
        }
    }

    private UnreadableSource refused(Event event, String reason) {
        var mark = event.getStartMark();
        return new UnreadableSource(
                new Problem(file, mark.getLine() + 1, mark.getColumn() + 1, reason));
    }
}

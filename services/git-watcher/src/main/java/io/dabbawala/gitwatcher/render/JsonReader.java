package io.dabbawala.gitwatcher.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON within the same fences as YAML, which are counted before anything is built. */
final class JsonReader {

    /** Files are bounded, so that nothing in them needs another bound. */
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(Integer.MAX_VALUE)
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .maxNameLength(Integer.MAX_VALUE)
                                    .build())
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build();

    private final Limits.Document limits;

    JsonReader(Limits.Document limits) {
        this.limits = limits;
    }

    /** The one value of a text. */
    JsonNode read(String file, String text) throws UnreadableSource {
        var values = readAll(file, text);
        if (values.size() == 1) {
            return values.getFirst();
        }
        throw new UnreadableSource(Problem.of(file, "%d values, not one".formatted(values.size())));
    }

    /** All values of a text, one after the other with nothing but space between them. */
    List<JsonNode> readAll(String file, String text) throws UnreadableSource {
        var values = new ArrayList<JsonNode>();
        try (var parser = FACTORY.createParser(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                values.add(new Value(file, parser, limits).read(token));
            }
            return values;
        } catch (JsonProcessingException e) {
            throw new UnreadableSource(problemOf(file, e));
        } catch (IOException e) {
            throw new IllegalStateException("text in memory cannot be read", e);
        }
    }

    private static Problem problemOf(String file, JsonProcessingException e) {
        var place = e.getLocation();
        return place == null
                ? Problem.of(file, e.getOriginalMessage())
                : new Problem(file, place.getLineNr(), place.getColumnNr(), e.getOriginalMessage());
    }

    /** One value being read. */
    private static final class Value {

        private final String file;
        private final JsonParser parser;
        private final Limits.Document limits;
        private int depth;
        private long weight;

        Value(String file, JsonParser parser, Limits.Document limits) {
            this.file = file;
            this.parser = parser;
            this.limits = limits;
        }

        JsonNode read(JsonToken token) throws IOException, UnreadableSource {
            weigh(parser.getTextLength());
            return switch (token) {
                case START_OBJECT -> members();
                case START_ARRAY -> items();
                case VALUE_STRING -> TextNode.valueOf(parser.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token);
                case VALUE_TRUE -> BooleanNode.TRUE;
                case VALUE_FALSE -> BooleanNode.FALSE;
                case VALUE_NULL -> NullNode.getInstance();
                case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                        throw new IllegalStateException("%s begins no value".formatted(token));
            };
        }

        private JsonNode members() throws IOException, UnreadableSource {
            enter();
            var members = JsonNodeFactory.instance.objectNode();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                weigh(name.length());
                if (members.has(name)) {
                    throw refused("duplicate key \"%s\"".formatted(name));
                }
                members.set(name, read(parser.nextToken()));
            }
            depth--;
            return members;
        }

        private JsonNode items() throws IOException, UnreadableSource {
            enter();
            var items = JsonNodeFactory.instance.arrayNode();
            for (var token = parser.nextToken();
                    token != JsonToken.END_ARRAY;
                    token = parser.nextToken()) {
                items.add(read(token));
            }
            depth--;
            return items;
        }

        private JsonNode number(JsonToken token) throws IOException, UnreadableSource {
            var length = parser.getTextLength();
            if (length > limits.digits()) {
                throw refused(limits.tooManyDigits(length));
            }
            if (token == JsonToken.VALUE_NUMBER_INT) {
                return switch (parser.getNumberType()) {
                    case INT -> IntNode.valueOf(parser.getIntValue());
                    case LONG -> LongNode.valueOf(parser.getLongValue());
                    case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL ->
                            BigIntegerNode.valueOf(parser.getBigIntegerValue());
                };
            }
            var value = parser.getDoubleValue();
            if (Double.isInfinite(value)) {
                throw refused("%s is too large a number".formatted(parser.getText()));
            }
            return CanonicalJson.number(value);
        }

        private void enter() throws UnreadableSource {
            if (++depth > limits.depth()) {
                throw new UnreadableSource(limits.tooDeep(file, place().getLineNr(), column()));
            }
        }

        private void weigh(int more) throws UnreadableSource {
            weight += more + 1;
            if (weight > limits.bytes()) {
                throw new UnreadableSource(limits.tooLarge(file, place().getLineNr(), column()));
            }
        }

        private UnreadableSource refused(String reason) {
            return new UnreadableSource(new Problem(file, place().getLineNr(), column(), reason));
        }

        private JsonLocation place() {
            return parser.currentTokenLocation();
        }

        private int column() {
            return place().getColumnNr();
        }
    }
}

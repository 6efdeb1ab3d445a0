package io.dabbawala.gitwatcher.sprig;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.template.value.GoText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values as Go's encoding/json reads and writes them: every number is a float64. */
public final class Json {

    /** A tree as Go sees it when it decodes into interface{}. */
    public static @Nullable Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                var map = new LinkedHashMap<String, @Nullable Object>();
                node.properties().forEach(one -> map.put(one.getKey(), value(one.getValue())));
                yield map;
            }
            case ARRAY -> {
                var list = new ArrayList<@Nullable Object>();
                node.forEach(item -> list.add(value(item)));
                yield list;
            }
            case NUMBER -> node.doubleValue();
            case BOOLEAN -> node.booleanValue();
            case STRING -> node.textValue();
            case NULL, MISSING, BINARY, POJO -> null;
        };
    }

    /** On one line; {@code <}, {@code >} and {@code &} escaped for HTML as Go does by default. */
    public static String write(@Nullable Object value, boolean escapesHtml) {
        var json = new StringBuilder();
        new Writer(json, escapesHtml, "").write(value, "");
        return json.toString();
    }

    /** On lines of their own, indented by two spaces. */
    static String pretty(@Nullable Object value) {
        var json = new StringBuilder();
        new Writer(json, true, "  ").write(value, "\n");
        return json.toString();
    }

    /** A float64 as JSON writes it: plain up to 1e21. */
    public static String number(double value) {
        var size = Math.abs(value);
        if (size != 0 && (size < 1e-6 || size >= 1e21)) {
            return GoText.decimal(value).replaceFirst("e([-+])0", "e$1");
        }
        var plain = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        return size == 0 && 1 / value < 0 ? "-0" : plain;
    }

    private record Writer(StringBuilder json, boolean escapesHtml, String indent) {

        void write(@Nullable Object value, String line) {
            switch (value) {
                case Map<?, ?> map -> object(map, line);
                case List<?> list -> array(list, line);
                case Double number -> json.append(number(number));
                case String text -> string(text);
                case Number number -> json.append(number);
                case Boolean truth -> json.append(truth);
                case null -> json.append("null");
                default -> string(value.toString());
            }
        }

        private void object(Map<?, ?> map, String line) {
            var inner = line.isEmpty() ? "" : line + indent;
            var separator = "";
            json.append('{');
            var sorted = new TreeMap<String, @Nullable Object>();
            map.forEach((key, value) -> sorted.put((String) key, value));
            for (var member : sorted.entrySet()) {
                json.append(separator).append(inner);
                string(member.getKey());
                json.append(line.isEmpty() ? ":" : ": ");
                write(member.getValue(), inner);
                separator = ",";
            }
            json.append(sorted.isEmpty() ? "" : line).append('}');
        }

        private void array(List<?> list, String line) {
            var inner = line.isEmpty() ? "" : line + indent;
            var separator = "";
            json.append('[');
            for (var item : list) {
                json.append(separator).append(inner);
                write(item, inner);
                separator = ",";
            }
            json.append(list.isEmpty() ? "" : line).append(']');
        }

        private void string(String text) {
            json.append('"');
            text.chars().forEach(this::character);
            json.append('"');
        }

        private void character(int character) {
            switch (character) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                default -> {
                    var isHtml = character == '<' || character == '>' || character == '&';
                    var isLine = character == 0x2028 || character == 0x2029;
                    if (character < ' ' || isLine || escapesHtml && isHtml) {
                        json.append("\\u%04x".formatted(character));
                    } else {
                        json.append((char) character);
                    }
                }
            }
        }
    }

    private Json() {}
}

package io.dabbawala.gitwatcher.generate.parameter;

import io.dabbawala.gitwatcher.render.YamlReader;
import io.dabbawala.gitwatcher.sprig.Json;
import io.dabbawala.gitwatcher.template.value.GoText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values as sigs.k8s.io/yaml writes them: block style, keys sorted, lists at the indent of their
 * key, text quoted only where it would read as something else, long lines folded after column 80.
 */
final class YamlText {

    private static final int WIDTH = 80;
    private static final Pattern INDICATOR =
            Pattern.compile("(?s)[#,\\[\\]{}&*!|>'\"%@`].*|[-?:](\\s.*|)|(---|\\.\\.\\.).*");
    private static final Pattern NOT_PLAIN =
            Pattern.compile("(?s)(^\\s.*)|(.*\\s$)|(.*:(\\s.*|))|(.*\\s#.*)");
    private static final Pattern DATE =
            Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*[0-9:.Zz+-])?");
    private static final Pattern BASE_60 =
            Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");
    private static final Pattern SPECIAL =
            Pattern.compile("[^\\n\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd]");

    private final StringBuilder yaml = new StringBuilder();

    static String of(@Nullable Object value) {
        var text = new YamlText();
        text.node(value, -2);
        return text.yaml.toString();
    }

    /** Writes a value where the line already stands; nested lines get the indent plus two. */
    private void node(@Nullable Object value, int indent) {
        switch (value) {
            case Map<?, ?> map when !map.isEmpty() -> map(map, indent + 2);
            case List<?> list when !list.isEmpty() -> list(list, indent + 2);
            case Map<?, ?> _ -> yaml.append("{}");
            case List<?> _ -> yaml.append("[]");
            case null -> yaml.append("null");
            case String text -> text(text, indent + 2, false);
            case Double number -> yaml.append(Json.number(number));
            default -> yaml.append(GoText.of(value));
        }
    }

    private void map(Map<?, ?> map, int indent) {
        var sorted = new TreeMap<String, @Nullable Object>(NaturalOrder.INSTANCE);
        map.forEach((key, value) -> sorted.put((String) key, value));
        var isFirst = true;
        for (var member : sorted.entrySet()) {
            if (!isFirst) {
                line(indent);
            }
            isFirst = false;
            text(member.getKey(), indent, true);
            yaml.append(':');
            member(member.getValue(), indent);
        }
    }

    private void member(@Nullable Object value, int indent) {
        switch (value) {
            case Map<?, ?> map when !map.isEmpty() -> {
                line(indent + 2);
                map(map, indent + 2);
            }
            case List<?> list when !list.isEmpty() -> {
                line(indent);
                list(list, indent);
            }
            case null, default -> {
                yaml.append(' ');
                node(value, indent);
            }
        }
    }

    private void list(List<?> list, int indent) {
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                line(indent);
            }
            yaml.append("- ");
            node(list.get(i), indent);
        }
    }

    private void line(int indent) {
        yaml.append('\n').append(" ".repeat(Math.max(0, indent)));
    }

    private void text(String text, int indent, boolean isKey) {
        var isSpecial = SPECIAL.matcher(text).find();
        if (text.contains("\n")
                && !isKey
                && !isSpecial
                && !text.contains(" \n")
                && !text.endsWith(" ")) {
            literal(text, Math.max(indent, 2));
        } else if (isSpecial || text.contains("\n") || !isText(text)) {
            doubleQuoted(text);
        } else if (INDICATOR.matcher(text).matches() || NOT_PLAIN.matcher(text).matches()) {
            folded("'" + text.replace("'", "''") + "'", indent, isKey);
        } else {
            folded(text, indent, isKey);
        }
    }

    private static boolean isText(String word) {
        return YamlReader.isPlainText(word)
                && !DATE.matcher(word).matches()
                && !BASE_60.matcher(word).matches();
    }

    private void literal(String text, int indent) {
        var isIndented = text.startsWith(" ") || text.startsWith("\n");
        var body = text.replaceFirst("\n+$", "");
        var breaks = text.length() - body.length();
        yaml.append('|').append(isIndented ? "2" : "");
        yaml.append(breaks == 0 ? "-" : breaks > 1 || body.isEmpty() ? "+" : "");
        for (var one : body.split("\n", -1)) {
            yaml.append('\n').append(one.isEmpty() ? "" : " ".repeat(indent)).append(one);
        }
        yaml.append("\n".repeat(Math.max(0, breaks - 1)));
    }

    private void folded(String text, int indent, boolean isKey) {
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            var isBreak =
                    character == ' '
                            && !isKey
                            && column() > WIDTH
                            && text.charAt(i - 1) != ' '
                            && text.charAt(i + 1) != ' ';
            if (isBreak) {
                line(Math.max(indent, 2));
            } else {
                yaml.append(character);
            }
        }
    }

    private int column() {
        return yaml.length() - yaml.lastIndexOf("\n") - 1;
    }

    private void doubleQuoted(String text) {
        yaml.append('"');
        text.codePoints()
                .forEach(
                        point -> {
                            switch (point) {
                                case '"' -> yaml.append("\\\"");
                                case '\\' -> yaml.append("\\\\");
                                case '\n' -> yaml.append("\\n");
                                case '\t' -> yaml.append("\\t");
                                case '\r' -> yaml.append("\\r");
                                case 0 -> yaml.append("\\0");
                                default -> {
                                    if (point > 0xffff) {
                                        yaml.append("\\U%08X".formatted(point));
                                    } else if (point < ' ' || point == 0x7f) {
                                        yaml.append("\\x%02X".formatted(point));
                                    } else {
                                        yaml.appendCodePoint(point);
                                    }
                                }
                            }
                        });
        yaml.append('"');
    }
}

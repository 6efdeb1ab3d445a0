package io.dabbawala.gitwatcher.helm;

import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One {@code --set name=value}. The library takes every sign of a value literally: what was escaped
 * is not any more, and a list in braces comes as a file of values.
 */
record Setting(String name, String value) {

    static Setting of(String pair) {
        var equals = pair.indexOf('=');
        return new Setting(pair.substring(0, equals), pair.substring(equals + 1));
    }

    void apply(TemplateCommand command) {
        if (!value.startsWith("{") || !value.endsWith("}")) {
            command.set(name, literal(value));
            return;
        }
        try {
            var file = Files.createTempFile("setting", ".json");
            command.withValuesFile(Files.writeString(file, json()));
        } catch (IOException e) {
            throw new UncheckedIOException("write the values of " + name, e);
        }
    }

    String json() {
        var items = value.substring(1, value.length() - 1);
        var list =
                items.isEmpty()
                        ? "[]"
                        : Arrays.stream(items.split("(?<!\\\\),", -1))
                                .map(item -> typed(literal(item)))
                                .collect(Collectors.joining(",", "[", "]"));
        var path = name.split("(?<!\\\\)\\.");
        var json = new StringBuilder();
        for (var member : path) {
            json.append('{').append(quoted(literal(member))).append(':');
        }
        return json.append(list).append("}".repeat(path.length)).toString();
    }

    private static String typed(String item) {
        return item.matches("true|false|null|0|-?[1-9][0-9]{0,17}") ? item : quoted(item);
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(
                        sign ->
                                sign < ' ' || sign == '"' || sign == '\\'
                                        ? "\\u%04x".formatted(sign)
                                        : Character.toString(sign))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static String literal(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }
}

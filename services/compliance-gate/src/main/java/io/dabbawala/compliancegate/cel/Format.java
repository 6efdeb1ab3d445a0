package io.dabbawala.compliancegate.cel;

import dev.cel.common.values.NullValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code format} of CEL's string extensions: %s %d %f %e %b %x %X %o %%. */
final class Format {

    private final int limit;

    Format(int limit) {
        this.limit = limit;
    }

    String of(String pattern, List<?> values) {
        var result = new StringBuilder();
        var next = 0;
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != '%') {
                result.append(pattern.charAt(i));
                continue;
            }
            var end = i + 1;
            while (end < pattern.length() && ".0123456789".indexOf(pattern.charAt(end)) >= 0) {
                end++;
            }
            if (end >= pattern.length()) {
                throw new IllegalArgumentException("format ends within a clause");
            }
            if (pattern.charAt(end) == '%') {
                result.append('%');
            } else {
                if (next >= values.size()) {
                    throw new IllegalArgumentException("index %d out of range".formatted(next));
                }
                var precision = pattern.substring(i + 1, end);
                result.append(clause(pattern.charAt(end), precision, values.get(next++)));
            }
            if (result.length() > limit) {
                throw new BeyondLimit("format makes more than %d".formatted(limit));
            }
            i = end;
        }
        return result.toString();
    }

    private String clause(char verb, String precision, Object value) {
        var digits =
                precision.startsWith(".")
                        ? Math.min(Integer.parseInt("0" + precision.substring(1)), 100)
                        : 6;
        return switch (verb) {
            case 's' -> text(value);
            case 'd' -> value instanceof Number number ? number.toString() : refuse(verb, value);
            case 'f', 'e' ->
                    value instanceof Number number
                            ? String.format(Locale.ROOT, "%." + digits + verb, number.doubleValue())
                            : refuse(verb, value);
            case 'b' ->
                    switch (value) {
                        case Boolean truth -> truth ? "1" : "0";
                        case Long number ->
                                (number < 0 ? "-" : "") + Long.toBinaryString(Math.abs(number));
                        default -> refuse(verb, value);
                    };
            case 'o' ->
                    value instanceof Long number ? Long.toOctalString(number) : refuse(verb, value);
            case 'x' -> hex(verb, value);
            case 'X' -> hex(verb, value).toUpperCase(Locale.ROOT);
            default ->
                    throw new IllegalArgumentException(
                            "unrecognized formatting clause \"%s\"".formatted(verb));
        };
    }

    private static String hex(char verb, Object value) {
        return switch (value) {
            case Long number -> (number < 0 ? "-" : "") + Long.toHexString(Math.abs(number));
            case String text ->
                    java.util.HexFormat.of()
                            .formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            default -> refuse(verb, value);
        };
    }

    private String text(Object value) {
        return switch (value) {
            case NullValue _ -> "null";
            case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
                    Long.toString(number.longValue());
            case Duration duration -> duration.toString();
            case Instant instant -> instant.toString();
            case List<?> list ->
                    measured(list.size())
                            + list.stream()
                                    .map(this::text)
                                    .collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                    measured(map.size())
                            + new TreeMap<>(
                                            map.entrySet().stream()
                                                    .collect(
                                                            Collectors.toMap(
                                                                    entry -> text(entry.getKey()),
                                                                    entry ->
                                                                            text(
                                                                                    entry
                                                                                            .getValue()))))
                                    .entrySet().stream()
                                            .map(entry -> entry.getKey() + ": " + entry.getValue())
                                            .collect(Collectors.joining(", ", "{", "}"));
            default -> {
                var text = String.valueOf(value);
                if (text.length() > limit) {
                    throw new BeyondLimit("format makes more than %d".formatted(limit));
                }
                yield text;
            }
        };
    }

    private String measured(int size) {
        if (size > limit / 100) {
            throw new BeyondLimit("format makes more than %d".formatted(limit));
        }
        return "";
    }

    private static String refuse(char verb, Object value) {
        throw new IllegalArgumentException(
                "%%%s cannot format %s".formatted(verb, value.getClass().getSimpleName()));
    }
}

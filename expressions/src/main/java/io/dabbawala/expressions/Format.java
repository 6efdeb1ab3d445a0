package io.dabbawala.expressions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cel.common.values.NullValue;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code format} of CEL's string extensions: %s %d %f %e %b %o %x %X %%. */
final class Format {

    private static final int MOST_DIGITS = 100;
    private static final int USUAL_DIGITS = 6;
    private static final double EXACTLY_WHOLE = 1e15;

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
            var verb = i + 1;
            while (verb < pattern.length() && ".0123456789".indexOf(pattern.charAt(verb)) >= 0) {
                verb++;
            }
            if (verb >= pattern.length()) {
                throw new IllegalArgumentException("the format ends within a clause");
            }
            if (pattern.charAt(verb) == '%') {
                result.append('%');
            } else if (next < values.size()) {
                var digits = digits(pattern.substring(i + 1, verb));
                result.append(clause(pattern.charAt(verb), digits, values.get(next++)));
            } else {
                throw new IllegalArgumentException("index %d out of range".formatted(next));
            }
            fits(result.length());
            i = verb;
        }
        return result.toString();
    }

    private String clause(char verb, int digits, Object value) {
        return switch (verb) {
            case 's' -> text(value);
            case 'd' -> number(verb, value).toString();
            case 'f', 'e' ->
                    String.format(
                            Locale.ROOT, "%." + digits + verb, number(verb, value).doubleValue());
            case 'b' ->
                    value instanceof Boolean truth ? (truth ? "1" : "0") : radix(verb, value, 2);
            case 'o' -> radix(verb, value, 8);
            case 'x' -> hex(verb, value);
            case 'X' -> hex(verb, value).toUpperCase(Locale.ROOT);
            default ->
                    throw new IllegalArgumentException(
                            "unrecognized formatting clause \"%s\"".formatted(verb));
        };
    }

    private String hex(char verb, Object value) {
        return value instanceof String text
                ? HexFormat.of().formatHex(text.getBytes(UTF_8))
                : radix(verb, value, 16);
    }

    private static String radix(char verb, Object value, int radix) {
        return Long.toString(number(verb, value).longValue(), radix);
    }

    private static Number number(char verb, Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException(
                "%%%s cannot format %s".formatted(verb, value.getClass().getSimpleName()));
    }

    private String text(Object value) {
        var text =
                switch (value) {
                    case NullValue _ -> "null";
                    case Double number when isWhole(number) -> Long.toString(number.longValue());
                    case Duration duration -> duration.toString();
                    case Instant instant -> instant.toString();
                    case List<?> list ->
                            list.stream()
                                    .map(this::text)
                                    .collect(Collectors.joining(", ", "[", "]"));
                    case Map<?, ?> map -> text(map);
                    default -> String.valueOf(value);
                };
        fits(text.length());
        return text;
    }

    /** Sorted by key, so that the same map is the same text. */
    private String text(Map<?, ?> map) {
        var sorted = new TreeMap<String, String>();
        map.forEach((key, value) -> sorted.put(text(key), text(value)));
        return sorted.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static boolean isWhole(double number) {
        return number == Math.rint(number) && Math.abs(number) < EXACTLY_WHOLE;
    }

    private static int digits(String precision) {
        return precision.matches("\\.\\d{1,3}")
                ? Math.min(Integer.parseInt(precision.substring(1)), MOST_DIGITS)
                : USUAL_DIGITS;
    }

    private void fits(int length) {
        if (length > limit) {
            throw new BeyondLimit("format makes more than %d".formatted(limit));
        }
    }
}

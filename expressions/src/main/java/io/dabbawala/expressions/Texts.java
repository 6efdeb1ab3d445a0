package io.dabbawala.expressions;

import static io.dabbawala.expressions.Functions.LIST;
import static io.dabbawala.expressions.Functions.TEXT;
import static io.dabbawala.expressions.Functions.TEXTS;
import static io.dabbawala.expressions.Functions.WHOLE;

import com.google.re2j.Pattern;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code find, findAll} of Kubernetes, and {@code replace, split, join, format} of CEL: those make
 * much out of little, so they measure first.
 */
final class Texts {

    private static final int PATTERN_CHARACTERS = 1_000;

    private final Limits limits;

    Texts(Limits limits) {
        this.limits = limits;
    }

    void addTo(Functions functions) {
        addPatterns(functions);
        functions
                .member("replace", List.of(TEXT, TEXT, TEXT), SimpleType.STRING, this::replace)
                .member(
                        "replace",
                        List.of(TEXT, TEXT, TEXT, WHOLE),
                        SimpleType.STRING,
                        this::replace)
                .member("split", List.of(TEXT, TEXT), TEXTS.type(), this::split)
                .member("split", List.of(TEXT, TEXT, WHOLE), TEXTS.type(), this::split)
                .member("join", TEXTS, SimpleType.STRING, list -> join(list, ""))
                .member("join", TEXTS, TEXT, SimpleType.STRING, this::join)
                .member(
                        "format",
                        TEXT,
                        LIST,
                        SimpleType.STRING,
                        (pattern, values) -> new Format(limits.size()).of(pattern, values));
    }

    private void addPatterns(Functions functions) {
        functions
                .member("find", TEXT, TEXT, SimpleType.STRING, Texts::find)
                .member("findAll", List.of(TEXT, TEXT), TEXTS.type(), this::findAll)
                .member("findAll", List.of(TEXT, TEXT, WHOLE), TEXTS.type(), this::findAll);
    }

    private static String find(String text, String regex) {
        var matcher = pattern(regex).matcher(text);
        return matcher.find() ? matcher.group() : "";
    }

    private List<String> findAll(Object[] args) {
        var matcher = pattern((String) args[1]).matcher((String) args[0]);
        var limit = args.length > 2 ? (Long) args[2] : -1;
        var found = new ArrayList<String>();
        while (found.size() != limit && matcher.find()) {
            found.add(matcher.group());
            fits(found.size(), limits.elements(), "findAll");
        }
        return found;
    }

    private String replace(Object[] args) {
        return replace(
                (String) args[0],
                (String) args[1],
                (String) args[2],
                args.length > 3 ? (Long) args[3] : -1);
    }

    private String replace(String text, String what, String by, long limit) {
        var result = new StringBuilder();
        var done = 0;
        var from = 0;
        while (done != limit) {
            var at = text.indexOf(what, from);
            if (at < 0 || what.isEmpty() && at >= text.length()) {
                break;
            }
            result.append(text, from, at).append(by);
            from = at + what.length();
            if (what.isEmpty()) {
                result.append(text.charAt(from++));
            }
            done++;
            fits(result.length(), limits.size(), "replace");
        }
        if (what.isEmpty() && done != limit) {
            result.append(by);
        }
        return result.append(text, from, text.length()).toString();
    }

    private List<String> split(Object[] args) {
        return split((String) args[0], (String) args[1], args.length > 2 ? (Long) args[2] : -1);
    }

    private List<String> split(String text, String by, long limit) {
        var parts = new ArrayList<String>();
        if (limit == 0) {
            return parts;
        }
        var from = 0;
        while (parts.size() + 1 != limit) {
            var at = by.isEmpty() ? from + 1 : text.indexOf(by, from);
            if (at < 0 || by.isEmpty() && at >= text.length()) {
                break;
            }
            parts.add(text.substring(from, at));
            from = at + by.length();
            fits(parts.size(), limits.elements(), "split");
        }
        if (!by.isEmpty() || !text.isEmpty()) {
            parts.add(text.substring(from));
        }
        return parts;
    }

    private String join(List<?> list, String by) {
        var length = 0L;
        for (var part : list) {
            if (!(part instanceof String text)) {
                throw new IllegalArgumentException("join of something that is not a string");
            }
            length += text.length() + by.length();
        }
        fits(length, limits.size(), "join");
        return String.join(by, list.stream().map(String.class::cast).toList());
    }

    private static void fits(long size, int limit, String function) {
        if (size > limit) {
            throw new BeyondLimit("%s makes more than %d".formatted(function, limit));
        }
    }

    private static Pattern pattern(String regex) {
        if (regex.length() > PATTERN_CHARACTERS) {
            throw new BeyondLimit(
                    "a pattern has more than %d characters".formatted(PATTERN_CHARACTERS));
        }
        return Pattern.compile(regex);
    }
}

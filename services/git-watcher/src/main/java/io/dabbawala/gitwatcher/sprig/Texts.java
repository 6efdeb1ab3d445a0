package io.dabbawala.gitwatcher.sprig;

import static io.dabbawala.gitwatcher.template.function.Function.Kind.ANY;
import static io.dabbawala.gitwatcher.template.function.Function.Kind.INT;
import static io.dabbawala.gitwatcher.template.function.Function.Kind.STRING;
import static java.util.stream.Collectors.joining;

import io.dabbawala.gitwatcher.template.function.Arguments;
import io.dabbawala.gitwatcher.template.function.Function;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import io.dabbawala.gitwatcher.template.value.Quoted;
import io.dabbawala.gitwatcher.template.value.StringMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/** Text made of text. */
final class Texts {

    static Map<String, Function> all() {
        var all = new HashMap<String, Function>();
        all.put("hello", Function.of(_ -> "Hello!"));
        all.put("upper", Function.of(a -> each(a.text(0), Character::toUpperCase), STRING));
        all.put("lower", Function.of(a -> each(a.text(0), Character::toLowerCase), STRING));
        all.put("repeat", Function.of(Texts::repeat, INT, STRING));
        all.put("contains", Function.of(a -> a.text(1).contains(a.text(0)), STRING, STRING));
        all.put("hasPrefix", Function.of(a -> a.text(1).startsWith(a.text(0)), STRING, STRING));
        all.put("hasSuffix", Function.of(a -> a.text(1).endsWith(a.text(0)), STRING, STRING));
        all.put("quote", Function.variadic(a -> a.made(quoted(a)), ANY));
        all.put("squote", Function.variadic(a -> a.made(singleQuoted(a)), ANY));
        all.put("cat", Function.variadic(a -> a.made(some(a).collect(joining(" "))), ANY));
        all.put("indent", Function.of(a -> indented(a, ""), INT, STRING));
        all.put("nindent", Function.of(a -> indented(a, "\n"), INT, STRING));
        all.put("replace", Function.of(Texts::replaced, STRING, STRING, STRING));
        all.put("plural", Function.of(a -> a.text(a.number(2) == 1 ? 0 : 1), STRING, STRING, INT));
        all.put("toString", Function.of(a -> a.made(Text.of(a.any(0))), ANY));
        all.put("toStrings", Function.of(a -> Text.objects(Text.all(a.any(0))), ANY));
        all.put("join", Function.of(a -> joined(a), STRING, ANY));
        all.put("sortAlpha", Function.of(Texts::sorted, ANY));
        all.put("splitList", Function.of(a -> parts(a, a.text(1), -1), STRING, STRING));
        all.put("split", Function.of(a -> numbered(parts(a, a.text(1), -1)), STRING, STRING));
        all.put(
                "splitn",
                Function.of(a -> numbered(parts(a, a.text(2), a.number(1))), STRING, INT, STRING));
        return all;
    }

    private static String each(String text, IntUnaryOperator letter) {
        return text.codePoints()
                .map(letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String repeat(Arguments arguments) throws TemplateFailed {
        var count = arguments.number(0);
        if (count < 0) {
            throw new TemplateFailed("strings: negative Repeat count");
        }
        arguments.budget().take((long) count * arguments.text(1).length());
        return arguments.text(1).repeat(count);
    }

    private static Stream<String> some(Arguments arguments) {
        return arguments.values().stream().filter(Objects::nonNull).map(Text::of);
    }

    private static String quoted(Arguments arguments) {
        return some(arguments).map(Quoted::of).collect(joining(" "));
    }

    private static String singleQuoted(Arguments arguments) {
        return some(arguments).map("'%s'"::formatted).collect(joining(" "));
    }

    private static String indented(Arguments arguments, String first) throws TemplateFailed {
        if (arguments.number(0) < 0) {
            throw new TemplateFailed("strings: negative Repeat count");
        }
        var text = arguments.text(1);
        var lines = text.chars().filter(c -> c == '\n').count() + 1;
        arguments.budget().take(lines * arguments.number(0));
        var pad = " ".repeat(arguments.number(0));
        return first + pad + text.replace("\n", "\n" + pad);
    }

    private static String replaced(Arguments arguments) throws TemplateFailed {
        var old = arguments.text(0);
        var text = arguments.text(2);
        var most = old.isEmpty() ? text.length() + 1L : text.length() / old.length();
        arguments.budget().take(most * arguments.text(1).length());
        return text.replace(old, arguments.text(1));
    }

    private static String joined(Arguments arguments) throws TemplateFailed {
        var parts = Text.all(arguments.any(1));
        arguments.budget().take((long) parts.size() * arguments.text(0).length());
        return arguments.made(String.join(arguments.text(0), parts));
    }

    private static List<?> sorted(Arguments arguments) {
        var value = arguments.any(0);
        return value instanceof List
                ? Text.objects(Text.all(value).stream().sorted().toList())
                : List.of(Text.of(value));
    }

    /** At most so many parts; all if the number is negative, none for zero. */
    private static List<String> parts(Arguments arguments, String text, int most)
            throws TemplateFailed {
        var separator = arguments.text(0);
        arguments.budget().take(text.length());
        var parts = new ArrayList<String>();
        var rest = text;
        while (most != 0) {
            var end = separator.isEmpty() ? Math.min(1, rest.length()) : rest.indexOf(separator);
            var isLast = separator.isEmpty() ? rest.length() <= 1 : end < 0;
            if (isLast || parts.size() + 1 == most) {
                if (!separator.isEmpty() || !rest.isEmpty()) {
                    parts.add(rest);
                }
                break;
            }
            parts.add(rest.substring(0, end));
            rest = rest.substring(end + separator.length());
        }
        return parts;
    }

    private static StringMap numbered(List<String> parts) {
        var numbered = new HashMap<String, String>();
        for (int i = 0; i < parts.size(); i++) {
            numbered.put("_" + i, parts.get(i));
        }
        return new StringMap(numbered);
    }

    private Texts() {}
}

package io.dabbawala.gitwatcher.substitute;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.gitwatcher.substitute.Part.Expansion;
import io.dabbawala.gitwatcher.substitute.Part.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Puts values into a template. */
record Expanding(Variables variables) {

    String expand(List<Part> parts) throws BadSubstitution {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(expand(part));
        }
        return text.toString();
    }

    private String expand(Part part) throws BadSubstitution {
        return switch (part) {
            case Text(var text) -> text;
            case Expansion expansion -> expand(expansion);
        };
    }

    private String expand(Expansion expansion) throws BadSubstitution {
        var arguments = new ArrayList<String>();
        for (var argument : expansion.arguments()) {
            arguments.add(expand(argument));
        }
        var value = variables.value(expansion.variable());
        if (value.isEmpty() && expansion.operation() != Operation.DEFAULT) {
            throw new BadSubstitution(
                    "variable not set (strict mode): \"%s\"".formatted(expansion.variable()));
        }
        return apply(expansion.operation(), value.orElse(""), arguments);
    }

    private static String apply(Operation operation, String value, List<String> arguments) {
        return switch (operation) {
            case VALUE -> value;
            case DEFAULT -> value.isEmpty() ? String.join("", arguments) : value;
            case LENGTH -> Integer.toString(value.getBytes(UTF_8).length);
            case LOWER_FIRST -> first(value, Character::toLowerCase);
            case LOWER -> all(value, Character::toLowerCase);
            case UPPER_FIRST -> first(value, Character::toUpperCase);
            case UPPER -> all(value, Character::toUpperCase);
            case SUBSTRING -> Substring.of(value, arguments);
            case WITHOUT_SHORTEST_START -> withoutStart(value, arguments.getFirst(), false);
            case WITHOUT_LONGEST_START -> withoutStart(value, arguments.getFirst(), true);
            case WITHOUT_SHORTEST_END -> withoutEnd(value, arguments.getFirst(), false);
            case WITHOUT_LONGEST_END -> withoutEnd(value, arguments.getFirst(), true);
            case REPLACE_FIRST -> replaceFirst(value, arguments);
            case REPLACE_ALL -> value.replace(arguments.getFirst(), second(arguments));
            case REPLACE_START ->
                    arguments.size() > 1 && value.startsWith(arguments.getFirst())
                            ? replaceFirst(value, arguments)
                            : value;
            case REPLACE_END -> replaceEnd(value, arguments);
        };
    }

    private static String first(String value, IntUnaryOperator change) {
        if (value.isEmpty()) {
            return value;
        }
        var rest = value.substring(value.offsetByCodePoints(0, 1));
        return Character.toString(change.applyAsInt(value.codePointAt(0))) + rest;
    }

    private static String all(String value, IntUnaryOperator change) {
        return value.codePoints()
                .map(change)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String withoutStart(String value, String pattern, boolean longest) {
        return ShellPattern.of(pattern).map(p -> p.trimStart(value, longest)).orElse(value);
    }

    /** An end is a start read backwards, and so is its pattern: a class is none then. */
    private static String withoutEnd(String value, String pattern, boolean longest) {
        return backwards(withoutStart(backwards(value), backwards(pattern), longest));
    }

    private static String backwards(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static String replaceFirst(String value, List<String> arguments) {
        var at = value.indexOf(arguments.getFirst());
        return at < 0
                ? value
                : value.substring(0, at)
                        + second(arguments)
                        + value.substring(at + arguments.getFirst().length());
    }

    private static String replaceEnd(String value, List<String> arguments) {
        var end = arguments.getFirst();
        return arguments.size() > 1 && value.endsWith(end)
                ? value.substring(0, value.length() - end.length()) + second(arguments)
                : value;
    }

    private static String second(List<String> arguments) {
        return arguments.size() > 1 ? arguments.get(1) : "";
    }
}

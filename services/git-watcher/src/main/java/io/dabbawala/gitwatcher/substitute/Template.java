package io.dabbawala.gitwatcher.substitute;

import io.dabbawala.gitwatcher.substitute.Part.Expansion;
import io.dabbawala.gitwatcher.substitute.Part.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Reads text with variables. The forms are those of fluxcd/pkg {@code envsubst}, and so are the
 * answers to what is none. <code>$$</code> stands for one dollar that begins no variable; a
 * backslash keeps a slash or a backslash in the pattern of a replacement.
 */
final class Template {

    private static final Text NOTHING = new Text("");
    private static final IntPredicate NEVER = letter -> false;
    private static final IntPredicate CLOSES = letter -> letter == '}';
    private static final String[] NO_ESCAPES = {};
    private static final String[] ESCAPES = {"$$", "\\/", "\\\\"};
    private static final Set<Integer> DEFAULTS = Set.of((int) '=', (int) '-', (int) '?', (int) '+');

    private final Letters letters;

    private Template(String text) {
        letters = new Letters(text);
    }

    static List<Part> read(String text) throws BadSubstitution {
        return new Template(text).parts();
    }

    private List<Part> parts() throws BadSubstitution {
        var parts = new ArrayList<Part>();
        while (letters.peek() != Letters.END) {
            if (letters.take("${")) {
                parts.add(expansion());
            } else {
                parts.add(new Text(letters.takeText(NEVER, "$$")));
            }
        }
        return parts;
    }

    private Expansion expansion() throws BadSubstitution {
        if (letters.take("#")) {
            var measured = named("bad substitution");
            return closed(new Expansion(measured, Operation.LENGTH, List.of()));
        }
        var name = named("unable to parse variable name");
        return switch (letters.peek()) {
            case ':' -> defaultOrSubstring(name);
            case '=', '-' -> defaulted(name, Character.toString(letters.peek()));
            case ',', '^' -> cased(name);
            case '/' -> replaced(name);
            case '#', '%' -> shortened(name, Character.toString(letters.peek()));
            case '}' -> closed(new Expansion(name, Operation.VALUE, List.of()));
            default -> throw new BadSubstitution("missing closing brace");
        };
    }

    private String named(String otherwise) throws BadSubstitution {
        var name = letters.takeWhile(letter -> Character.isLetterOrDigit(letter) || letter == '_');
        if (name.isEmpty()) {
            throw new BadSubstitution(otherwise);
        }
        return name;
    }

    private Expansion defaultOrSubstring(String name) throws BadSubstitution {
        for (var sign : DEFAULTS) {
            var operator = ":" + Character.toString(sign);
            if (letters.isAt(operator)) {
                return defaulted(name, operator);
            }
        }
        letters.take(":");
        var arguments = new ArrayList<Part>();
        arguments.add(argument(letter -> letter == ':' || letter == '}', NO_ESCAPES));
        if (letters.peek() == ':') {
            letters.takeWhile(letter -> letter == ':');
            arguments.add(argument(CLOSES, NO_ESCAPES));
        }
        return closed(new Expansion(name, Operation.SUBSTRING, arguments));
    }

    private Expansion defaulted(String name, String operator) throws BadSubstitution {
        letters.take(operator);
        var arguments = new ArrayList<Part>();
        while (letters.peek() != '}') {
            arguments.add(argument(CLOSES, NO_ESCAPES));
        }
        return closed(new Expansion(name, Operation.DEFAULT, arguments));
    }

    private Expansion cased(String name) throws BadSubstitution {
        var sign = new StringBuilder();
        while (sign.length() < 2 && (letters.peek() == ',' || letters.peek() == '^')) {
            var next = Character.toString(letters.peek());
            letters.take(next);
            sign.append(next);
        }
        return closed(new Expansion(name, Operation.of(sign.toString()), List.of()));
    }

    private Expansion shortened(String name, String sign) throws BadSubstitution {
        letters.take(sign);
        var operation = Operation.of(letters.take(sign) ? sign + sign : sign);
        return closed(new Expansion(name, operation, List.of(argument(CLOSES, NO_ESCAPES))));
    }

    private Expansion replaced(String name) throws BadSubstitution {
        letters.take("/");
        var where =
                letters.take("/") ? "/" : letters.take("#") ? "#" : letters.take("%") ? "%" : "";
        var arguments = new ArrayList<Part>();
        arguments.add(letters.peek() == '/' ? NOTHING : argument(letter -> letter == '/', ESCAPES));
        if (letters.takeWhile(letter -> letter == '/').isEmpty()) {
            throw new BadSubstitution("bad substitution");
        }
        if (letters.peek() != '}') {
            arguments.add(argument(CLOSES, ESCAPES));
        }
        return closed(new Expansion(name, Operation.of("/" + where), arguments));
    }

    private Part argument(IntPredicate ends, String... escapes) throws BadSubstitution {
        if (letters.take("${")) {
            return expansion();
        }
        var text = letters.takeText(ends, escapes);
        if (text.isEmpty()) {
            throw new BadSubstitution("unable to parse substitution within function");
        }
        return new Text(text);
    }

    private Expansion closed(Expansion expansion) throws BadSubstitution {
        if (!letters.take("}")) {
            throw new BadSubstitution("bad substitution");
        }
        return expansion;
    }
}

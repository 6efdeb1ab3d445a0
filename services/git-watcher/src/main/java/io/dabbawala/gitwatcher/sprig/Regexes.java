package io.dabbawala.gitwatcher.sprig;

import static io.dabbawala.gitwatcher.template.function.Function.Kind.INT;
import static io.dabbawala.gitwatcher.template.function.Function.Kind.STRING;

import io.dabbawala.gitwatcher.template.function.Arguments;
import io.dabbawala.gitwatcher.template.function.Function;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Regular expressions. The argument order is the expression, the text, then what to do. */
final class Regexes {

    private static final Pattern REFERENCE =
            Pattern.compile("\\$(?:\\$|\\{([A-Za-z0-9_]+)}|([A-Za-z0-9_]+))");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\.+*?()|\\[\\]{}^$]");

    static Map<String, Function> all() {
        var all = new HashMap<String, Function>();
        all.put("mustRegexMatch", Function.of(Regexes::matches, STRING, STRING));
        all.put("regexMatch", Function.of(Regexes::matchesIfReadable, STRING, STRING));
        both(all, "regexFind", Function.of(Regexes::first, STRING, STRING));
        both(all, "regexFindAll", Function.of(Regexes::found, STRING, STRING, INT));
        both(all, "regexSplit", Function.of(Regexes::split, STRING, STRING, INT));
        both(all, "regexReplaceAll", Function.of(a -> replaced(a, false), STRING, STRING, STRING));
        both(
                all,
                "regexReplaceAllLiteral",
                Function.of(a -> replaced(a, true), STRING, STRING, STRING));
        all.put(
                "regexQuoteMeta",
                Function.of(a -> SPECIAL.matcher(a.text(0)).replaceAll("\\\\$0"), STRING));
        return all;
    }

    private static void both(Map<String, Function> all, String name, Function function) {
        all.put(name, function);
        all.put("mustR" + name.substring(1), function);
    }

    private static Object matches(Arguments arguments) throws TemplateFailed {
        return Fenced.use(arguments.text(0), arguments.text(1), Matcher::find);
    }

    private static Object matchesIfReadable(Arguments arguments) throws TemplateFailed {
        return Fenced.isReadable(arguments.text(0)) && (boolean) matches(arguments);
    }

    private static Object first(Arguments arguments) throws TemplateFailed {
        return Fenced.use(
                arguments.text(0),
                arguments.text(1),
                matcher -> matcher.find() ? matcher.group() : "");
    }

    private static Object found(Arguments arguments) throws TemplateFailed {
        var most = arguments.number(2);
        return Fenced.use(
                arguments.text(0),
                arguments.text(1),
                matcher -> {
                    var found = new ArrayList<String>();
                    while (found.size() != most && matcher.find()) {
                        found.add(matcher.group());
                    }
                    return found;
                });
    }

    private static Object split(Arguments arguments) throws TemplateFailed {
        var text = arguments.text(1);
        var most = arguments.number(2);
        if (most == 0) {
            return List.of();
        }
        return Fenced.use(
                arguments.text(0),
                text,
                matcher -> {
                    var parts = new ArrayList<String>();
                    int at = 0;
                    while (parts.size() + 1 != most && matcher.find()) {
                        if (matcher.end() > 0 && matcher.start() < text.length()
                                || matcher.end() > matcher.start()) {
                            parts.add(text.substring(at, matcher.start()));
                            at = matcher.end();
                        }
                    }
                    parts.add(text.substring(at));
                    return parts;
                });
    }

    private static Object replaced(Arguments arguments, boolean isLiteral) throws TemplateFailed {
        var text = arguments.text(1);
        var replacement = arguments.text(2);
        return Fenced.use(
                arguments.text(0),
                text,
                matcher -> {
                    var out = new StringBuilder();
                    int at = 0;
                    while (matcher.find()) {
                        out.append(text, at, matcher.start());
                        var made = isLiteral ? replacement : expanded(replacement, matcher);
                        arguments.budget().take(made.length());
                        out.append(made);
                        at = matcher.end();
                    }
                    return arguments.made(out.append(text, at, text.length()).toString());
                });
    }

    /** $1, ${1} and ${name}; a reference to a group there is not is empty. */
    private static String expanded(String replacement, Matcher matcher) {
        return REFERENCE
                .matcher(replacement)
                .replaceAll(found -> Matcher.quoteReplacement(referenced(found, matcher)));
    }

    private static String referenced(MatchResult reference, Matcher matcher) {
        var name = reference.group(1) != null ? reference.group(1) : reference.group(2);
        if (name == null) {
            return "$";
        }
        var isNumber = name.matches("[0-9]{1,4}");
        var exists =
                isNumber
                        ? Integer.parseInt(name) <= matcher.groupCount()
                        : matcher.namedGroups().containsKey(name);
        if (!exists) {
            return "";
        }
        var group = isNumber ? matcher.group(Integer.parseInt(name)) : matcher.group(name);
        return group == null ? "" : group;
    }

    private Regexes() {}
}

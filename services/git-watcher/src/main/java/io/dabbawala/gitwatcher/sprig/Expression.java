package io.dabbawala.gitwatcher.sprig;

import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/** A regular expression in Go's spelling, found anywhere in a text. */
public final class Expression {

    /** Empty if it cannot be read. What takes too long is not found. */
    public static Optional<Predicate<String>> of(String expression) {
        return Fenced.isReadable(expression)
                ? Optional.of(text -> finds(expression, text))
                : Optional.empty();
    }

    private static boolean finds(String expression, String text) {
        try {
            return Fenced.use(expression, text, Matcher::find);
        } catch (TemplateFailed _) {
            return false;
        }
    }

    private Expression() {}
}

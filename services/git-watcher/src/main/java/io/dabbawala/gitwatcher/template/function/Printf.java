package io.dabbawala.gitwatcher.template.function;

import io.dabbawala.gitwatcher.template.value.GoText;
import io.dabbawala.gitwatcher.template.value.GoValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Go's printf (Go standard library, package fmt): one format and what it is given. */
final class Printf {

    private static final int WIDEST = 1_000_000;

    private final String format;
    private final List<@Nullable Object> given;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int next;
    private boolean isReordered;

    private Printf(String format, List<@Nullable Object> given) {
        this.format = format;
        this.given = given;
    }

    static String format(Arguments arguments) throws TemplateFailed {
        var text = new Printf(arguments.text(0), arguments.from(1)).run(arguments.budget());
        return arguments.made(text);
    }

    private String run(Budget budget) throws TemplateFailed {
        while (at < format.length()) {
            var percent = format.indexOf('%', at);
            if (percent < 0) {
                out.append(format, at, format.length());
                break;
            }
            out.append(format, at, percent);
            at = percent + 1;
            verb(budget);
        }
        if (!isReordered && next < given.size()) {
            out.append("%!(EXTRA ");
            for (int i = next; i < given.size(); i++) {
                var value = given.get(i);
                out.append(i > next ? ", " : "").append(value == null ? "<nil>" : typed(value));
            }
            out.append(')');
        }
        return out.toString();
    }

    private void verb(Budget budget) throws TemplateFailed {
        var flags = new StringBuilder();
        while (at < format.length() && "+-# 0".indexOf(format.charAt(at)) >= 0) {
            flags.append(format.charAt(at++));
        }
        index();
        var width = number("%!(BADWIDTH)");
        if (width != null && width < 0) {
            flags.append('-');
            width = -width;
        }
        Integer precision = null;
        if (at < format.length() && format.charAt(at) == '.') {
            at++;
            index();
            precision = number("%!(BADPREC)");
            precision = precision == null ? 0 : precision;
        }
        index();
        if (at >= format.length()) {
            out.append("%!(NOVERB)");
            return;
        }
        var verb = format.codePointAt(at);
        at += Character.charCount(verb);
        if (verb == '%') {
            out.append('%');
        } else if (next >= given.size()) {
            out.append("%!").appendCodePoint(verb).append("(MISSING)");
        } else {
            budget.take(width == null ? 0 : width);
            budget.take(precision == null ? 0 : precision);
            var spec = new Verb(verb, flags.toString(), width, precision);
            out.append(spec.of(given.get(next++)));
        }
    }

    private void index() {
        if (at < format.length() && format.charAt(at) == '[') {
            var end = format.indexOf(']', at);
            var inside = end < 0 ? "" : format.substring(at + 1, end);
            if (inside.matches("[0-9]{1,6}")) {
                next = Integer.parseInt(inside) - 1;
                isReordered = true;
                at = end + 1;
            }
        }
    }

    private @Nullable Integer number(String bad) {
        if (at < format.length() && format.charAt(at) == '*') {
            at++;
            var value = next < given.size() ? given.get(next++) : null;
            if (value instanceof Integer number && Math.abs(number) <= WIDEST) {
                return number;
            }
            out.append(bad);
            return null;
        }
        var start = at;
        while (at < format.length() && Character.isDigit(format.charAt(at)) && at - start < 7) {
            at++;
        }
        return at == start ? null : Integer.valueOf(format.substring(start, at));
    }

    static String typed(Object value) {
        return GoValue.type(value) + "=" + GoText.of(value);
    }

    /** A decimal with a number of digits after the point. */
    static String fixed(double value, int precision) {
        return new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    }
}

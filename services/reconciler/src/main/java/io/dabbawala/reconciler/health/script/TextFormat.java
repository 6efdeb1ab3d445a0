package io.dabbawala.reconciler.health.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.IllegalFormatException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code string.format}: the directives of C that Lua knows; {@code %s} takes any value. */
final class TextFormat {

    private static final Pattern DIRECTIVE =
            Pattern.compile("%([-+ #0]*)(\\d{0,2})(?:\\.(\\d{0,2}))?([a-zA-Z%])");

    /**
     * @param precision -1: none was written
     */
    private record Directive(String flags, String width, int precision, char conversion) {

        String padded(String text) {
            return width.isEmpty()
                    ? text
                    : ("%" + (flags.contains("-") ? "-" : "") + width + "s").formatted(text);
        }
    }

    static LuaValue of(Varargs arguments, Meter meter) {
        var format = Function.text(arguments, 1).tojstring();
        var made = new ByteArrayOutputStream();
        var found = DIRECTIVE.matcher(format);
        int at = 0;
        int argument = 1;
        for (int sign = format.indexOf('%'); sign >= 0; sign = format.indexOf('%', at)) {
            if (!found.find(sign) || found.start() != sign) {
                throw new LuaError("invalid format (width or precision too long, or no directive)");
            }
            add(made, format.substring(at, sign).getBytes(UTF_8), meter);
            at = found.end();
            var directive =
                    directive(found.group(1), found.group(2), found.group(3), found.group(4));
            if (directive.conversion() == '%') {
                made.write('%');
            } else {
                add(made, written(directive, arguments, ++argument), meter);
            }
        }
        add(made, format.substring(at).getBytes(UTF_8), meter);
        return LuaString.valueUsing(made.toByteArray());
    }

    private static Directive directive(
            String flags, String width, @Nullable String precision, String conversion) {
        int digits = precision == null ? -1 : precision.isEmpty() ? 0 : Integer.parseInt(precision);
        return new Directive(flags, width, digits, conversion.charAt(0));
    }

    private static void add(ByteArrayOutputStream made, byte[] text, Meter meter) {
        meter.bytes(2L * text.length);
        made.writeBytes(text);
    }

    private static byte[] written(Directive directive, Varargs arguments, int index) {
        return switch (directive.conversion()) {
            case 's' -> text(directive, GlobalFunctions.tostring(arguments.checkvalue(index)));
            case 'q' -> quoted(Function.text(arguments, index).tojstring()).getBytes(UTF_8);
            case 'c' -> new byte[] {(byte) arguments.checkint(index)};
            case 'd', 'i', 'u' ->
                    whole(directive, (long) arguments.checkdouble(index)).getBytes(UTF_8);
            case 'o', 'x', 'X' ->
                    java(directive, directive.conversion(), (long) arguments.checkdouble(index))
                            .getBytes(UTF_8);
            case 'e', 'E', 'f', 'F' ->
                    java(
                                    directive,
                                    directive.conversion() == 'F' ? 'f' : directive.conversion(),
                                    exact(directive, arguments.checkdouble(index)))
                            .getBytes(UTF_8);
            case 'g', 'G' ->
                    directive
                            .padded(general(directive, arguments.checkdouble(index)))
                            .getBytes(UTF_8);
            default ->
                    throw new LuaError(
                            "invalid option '%%%c' to 'format'".formatted(directive.conversion()));
        };
    }

    private static byte[] text(Directive directive, LuaValue value) {
        var text = value.tojstring();
        int most = directive.precision();
        return directive
                .padded(most >= 0 && most < text.length() ? text.substring(0, most) : text)
                .getBytes(UTF_8);
    }

    private static String whole(Directive directive, long value) {
        if (directive.precision() < 0) {
            return java(directive, 'd', value);
        }
        var digits = Long.toString(Math.abs(value));
        var zeros = "0".repeat(Math.max(0, directive.precision() - digits.length()));
        return directive.padded((value < 0 ? "-" : "") + zeros + digits);
    }

    /** Java would round the digits it shows, not the number that it is. */
    private static Object exact(Directive directive, double value) {
        int digits = directive.precision() < 0 ? 6 : directive.precision();
        return directive.conversion() == 'f' && Double.isFinite(value)
                ? new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN)
                : value;
    }

    private static String java(Directive directive, char conversion, Object value) {
        var precision =
                !(value instanceof Long) && directive.precision() >= 0
                        ? "." + directive.precision()
                        : "";
        try {
            return String.format(
                    Locale.ROOT,
                    "%" + directive.flags() + directive.width() + precision + conversion,
                    value);
        } catch (IllegalFormatException e) {
            throw new LuaError("invalid format: " + e.getMessage());
        }
    }

    private static String general(Directive directive, double value) {
        if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
            return Numbers.text(value);
        }
        int digits = directive.precision() < 0 ? 6 : Math.max(1, directive.precision());
        var rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < digits) {
            return rounded.stripTrailingZeros().toPlainString();
        }
        var text = Numbers.exponential(rounded.stripTrailingZeros());
        return directive.conversion() == 'G' ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\\n")
                        .replace("\r", "\\r")
                        .replace("\0", "\\000")
                + '"';
    }

    private TextFormat() {}
}

package io.dabbawala.gitwatcher.template.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.dabbawala.gitwatcher.template.value.GoText;
import io.dabbawala.gitwatcher.template.value.GoValue;
import io.dabbawala.gitwatcher.template.value.Quoted;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One directive of a printf format, such as {@code %-8.3f}. */
record Verb(int letter, String flags, @Nullable Integer width, @Nullable Integer precision) {

    String of(@Nullable Object value) {
        if (letter == 'T') {
            return padded(GoValue.type(value));
        }
        return switch (value) {
            case null -> letter == 'v' ? padded("<nil>") : "%!" + name() + "(<nil>)";
            case Boolean truth ->
                    letter == 't' || letter == 'v' ? padded(truth.toString()) : bad(value);
            case Integer number -> integer(number.longValue(), value);
            case Long number -> integer(number, value);
            case Double number -> decimal(number);
            case String text -> text(text);
            case List<?> list -> list.stream().map(this::of).collect(joining(" ", "[", "]"));
            case Map<?, ?> map ->
                    GoText.sorted(map).entrySet().stream()
                            .map(member -> of(member.getKey()) + ":" + of(member.getValue()))
                            .collect(joining(" ", "map[", "]"));
            default -> text(value.toString());
        };
    }

    private String integer(long value, Object original) {
        var magnitude = Long.toUnsignedString(Math.abs(value));
        var digits =
                switch (letter) {
                    case 'd', 'v' -> magnitude;
                    case 'b' -> Long.toBinaryString(Math.abs(value));
                    case 'o' -> (has('#') ? "0" : "") + Long.toOctalString(Math.abs(value));
                    case 'O' -> "0o" + Long.toOctalString(Math.abs(value));
                    case 'x' -> (has('#') ? "0x" : "") + Long.toHexString(Math.abs(value));
                    case 'X' ->
                            (has('#') ? "0X" : "")
                                    + Long.toHexString(Math.abs(value)).toUpperCase();
                    case 'c' -> Character.toString((int) value);
                    case 'q' -> Quoted.character((int) value, has('+'));
                    case 'U' -> "U+%04X".formatted(value);
                    default -> "";
                };
        if (digits.isEmpty()) {
            return bad(original);
        }
        if (letter == 'c' || letter == 'q' || letter == 'U') {
            return padded(digits);
        }
        if (precision != null && digits.length() < precision) {
            digits = "0".repeat(precision - digits.length()) + digits;
        }
        return signed(value < 0, digits, precision == null);
    }

    private String decimal(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return padded(GoText.decimal(value));
        }
        var isNegative = value < 0 || 1 / value < 0;
        var magnitude = Math.abs(value);
        var places = precision == null ? 6 : precision;
        var digits =
                switch (letter) {
                    case 'v', 'g', 'G' ->
                            precision == null
                                    ? GoText.decimal(magnitude)
                                    : general(magnitude, Math.max(1, precision));
                    case 'f', 'F' -> Printf.fixed(magnitude, places);
                    case 'e', 'E' -> GoText.scientific(magnitude, places);
                    default -> "";
                };
        if (digits.isEmpty()) {
            return bad(value);
        }
        var isUpper = letter == 'E' || letter == 'G';
        return signed(isNegative, isUpper ? digits.toUpperCase() : digits, true);
    }

    private static String general(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        var rounded = Double.parseDouble(GoText.scientific(value, digits - 1));
        var exponent = (int) Math.floor(Math.log10(rounded));
        if (exponent < -4 || exponent >= digits) {
            var text = GoText.scientific(value, digits - 1);
            var mark = text.indexOf('e');
            return trimmed(text.substring(0, mark)) + text.substring(mark);
        }
        return trimmed(Printf.fixed(value, Math.max(0, digits - 1 - exponent)));
    }

    private static String trimmed(String digits) {
        return digits.contains(".") ? digits.replaceAll("\\.?0+$", "") : digits;
    }

    private String text(String text) {
        var cut =
                precision != null && text.codePointCount(0, text.length()) > precision
                        ? text.substring(0, text.offsetByCodePoints(0, precision))
                        : text;
        return switch (letter) {
            case 'v', 's' -> padded(letter == 'v' && has('#') ? Quoted.of(text) : cut);
            case 'q' ->
                    padded(
                            has('#') && !cut.contains("`")
                                    ? "`" + cut + "`"
                                    : Quoted.of(cut, has('+')));
            case 'x' -> padded(HexFormat.of().formatHex(cut.getBytes(UTF_8)));
            case 'X' -> padded(HexFormat.of().withUpperCase().formatHex(cut.getBytes(UTF_8)));
            default -> bad(text);
        };
    }

    private String signed(boolean isNegative, String digits, boolean mayZero) {
        var sign = isNegative ? "-" : has('+') && letter != 'v' ? "+" : has(' ') ? " " : "";
        if (mayZero && has('0') && !has('-') && width != null) {
            var missing = width - sign.length() - digits.length();
            return sign + "0".repeat(Math.max(0, missing)) + digits;
        }
        return padded(sign + digits);
    }

    private String padded(String text) {
        var missing = width == null ? 0 : width - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        var padding = (has('0') && !has('-') && letter != 'd' ? "0" : " ").repeat(missing);
        return has('-') ? text + " ".repeat(missing) : padding + text;
    }

    private String bad(Object value) {
        return "%!" + name() + "(" + Printf.typed(value) + ")";
    }

    private String name() {
        return Character.toString(letter);
    }

    private boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }
}

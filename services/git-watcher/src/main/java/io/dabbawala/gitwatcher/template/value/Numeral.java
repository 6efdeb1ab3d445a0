package io.dabbawala.gitwatcher.template.value;

import java.math.BigInteger;
import java.util.Optional;

/** A number as Go writes constants: what it is by itself, an int or a float64. */
public final class Numeral {

    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);

    public static Optional<Number> read(String text) {
        if (text.startsWith("'")) {
            return Quoted.read(text)
                    .filter(inside -> inside.codePointCount(0, inside.length()) == 1)
                    .map(inside -> inside.codePointAt(0));
        }
        var isHex = text.matches("[+-]?0[xX].*");
        if (!isHex && text.matches(".*[.eE].*") || isHex && text.matches(".*[.pP].*")) {
            return decimal(text);
        }
        var narrow = integer(text).map(Numeral::narrow);
        return narrow.isPresent() || !text.matches("[+-]?[0-9_]{19,80}")
                ? narrow
                : Optional.of(new BigInteger(text.replace("_", "")));
    }

    private static Optional<Number> decimal(String text) {
        try {
            return Optional.of(Double.parseDouble(text.replace("_", "")));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** As strconv.ParseInt reads it with base 0. */
    public static Optional<Long> integer(String text) {
        var isNegative = text.startsWith("-");
        var digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        var radix = 10;
        if (digits.length() > 1 && digits.startsWith("0")) {
            radix =
                    switch (Character.toLowerCase(digits.charAt(1))) {
                        case 'x' -> 16;
                        case 'b' -> 2;
                        default -> 8;
                    };
            var isMarked = "xXbBoO".indexOf(digits.charAt(1)) >= 0;
            digits = digits.substring(isMarked ? 2 : 1);
        }
        try {
            if (digits.startsWith("+") || digits.startsWith("-") || digits.length() > 80) {
                return Optional.empty();
            }
            var magnitude = new BigInteger(digits.replace("_", ""), radix);
            var value = isNegative ? magnitude.negate() : magnitude;
            return value.compareTo(LARGEST) > 0 || value.compareTo(SMALLEST) < 0
                    ? Optional.empty()
                    : Optional.of(value.longValue());
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** A Go int: an Integer where it fits. */
    public static Number narrow(long value) {
        return (int) value == value ? (Number) (int) value : (Number) value;
    }

    private Numeral() {}
}

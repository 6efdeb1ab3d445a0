package io.dabbawala.gitwatcher.render;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a plain YAML scalar means to kubectl: the resolver of Go's yaml.v2, where {@code no} is
 * false, {@code 010} is 8, {@code 1_000} is a number and a date is text.
 */
final class GoScalar {

    private static final Map<String, JsonNode> WORDS =
            Map.ofEntries(
                    entry("", NullNode.getInstance()),
                    entry("~", NullNode.getInstance()),
                    entry("null", NullNode.getInstance()),
                    entry("Null", NullNode.getInstance()),
                    entry("NULL", NullNode.getInstance()),
                    entry("y", BooleanNode.TRUE),
                    entry("Y", BooleanNode.TRUE),
                    entry("yes", BooleanNode.TRUE),
                    entry("Yes", BooleanNode.TRUE),
                    entry("YES", BooleanNode.TRUE),
                    entry("true", BooleanNode.TRUE),
                    entry("True", BooleanNode.TRUE),
                    entry("TRUE", BooleanNode.TRUE),
                    entry("on", BooleanNode.TRUE),
                    entry("On", BooleanNode.TRUE),
                    entry("ON", BooleanNode.TRUE),
                    entry("n", BooleanNode.FALSE),
                    entry("N", BooleanNode.FALSE),
                    entry("no", BooleanNode.FALSE),
                    entry("No", BooleanNode.FALSE),
                    entry("NO", BooleanNode.FALSE),
                    entry("false", BooleanNode.FALSE),
                    entry("False", BooleanNode.FALSE),
                    entry("FALSE", BooleanNode.FALSE),
                    entry("off", BooleanNode.FALSE),
                    entry("Off", BooleanNode.FALSE),
                    entry("OFF", BooleanNode.FALSE));

    private static final Pattern NOT_FINITE =
            Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern INTEGER =
            Pattern.compile(
                    "([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final BigInteger LARGEST = BigInteger.TWO.pow(64);
    private static final BigInteger SMALLEST = BigInteger.TWO.pow(63).negate();

    /** The value, or why it has none. */
    static JsonNode resolve(String text, Limits.Document limits) throws IllegalScalar {
        var word = WORDS.get(text);
        if (word != null) {
            return word;
        }
        if (NOT_FINITE.matcher(text).matches()) {
            throw new IllegalScalar("%s is not a number JSON can hold".formatted(text));
        }
        return mayBeNumber(text)
                ? number(text, limits).orElseGet(() -> TextNode.valueOf(text))
                : text(text);
    }

    private static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }

    private static boolean mayBeNumber(String text) {
        var first = text.charAt(0);
        return first >= '0' && first <= '9' || first == '+' || first == '-' || first == '.';
    }

    private static Optional<JsonNode> number(String text, Limits.Document limits)
            throws IllegalScalar {
        var digits = text.startsWith(".") ? text : text.replace("_", "");
        if (digits.length() > limits.digits()) {
            if (FLOAT.matcher(digits).matches() || INTEGER.matcher(digits).matches()) {
                throw new IllegalScalar(
                        limits.tooManyDigits(digits.length()) + "; quote it if it is text");
            }
            return Optional.empty();
        }
        var integer = integer(digits);
        if (integer.isPresent()) {
            return integer;
        }
        if (!FLOAT.matcher(digits).matches()) {
            return Optional.empty();
        }
        var value = Double.parseDouble(digits);
        return Double.isInfinite(value)
                ? Optional.empty()
                : Optional.of(CanonicalJson.number(value));
    }

    private static Optional<JsonNode> integer(String text) {
        var match = INTEGER.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var magnitude =
                match.group(2) != null
                        ? new BigInteger(match.group(2), 16)
                        : match.group(3) != null
                                ? new BigInteger(match.group(3), 2)
                                : match.group(4) != null
                                        ? new BigInteger(match.group(4), 8)
                                        : new BigInteger(match.group(5));
        var value = match.group(1).equals("-") ? magnitude.negate() : magnitude;
        return value.compareTo(LARGEST) < 0 && value.compareTo(SMALLEST) >= 0
                ? Optional.of(BigIntegerNode.valueOf(value))
                : Optional.empty();
    }

    /** A scalar that stands for nothing JSON can hold. */
    static final class IllegalScalar extends Exception {

        private static final long serialVersionUID = 1L;

        IllegalScalar(String reason) {
            super(reason);
        }
    }

    private GoScalar() {}
}

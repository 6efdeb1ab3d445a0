package io.dabbawala.testkit.twin.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;

/** Amounts of resources, in the one spelling the server gives back: 0.5 is 500m, 1024Mi is 1Gi. */
final class Quantity {

    private static final Pattern FORM =
            Pattern.compile("([+-]?[0-9.]+)((?:[eE][+-]?[0-9]+)|[numkMGTPE]|[KMGTPE]i)?");
    private static final List<String> DECIMAL =
            List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final int UNIT = 3;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

    private Quantity() {}

    /** The spelling of the server, or the text as it is when it is none. */
    static String canonical(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return text;
        }
        var suffix = form.group(2) == null ? "" : form.group(2);
        if (BINARY.indexOf(suffix) > 0) {
            return spell(new BigDecimal(form.group(1)), KIBI, BINARY, BINARY.indexOf(suffix));
        }
        if (DECIMAL.contains(suffix)) {
            return spell(new BigDecimal(form.group(1)), THOUSAND, DECIMAL, DECIMAL.indexOf(suffix));
        }
        return spell(new BigDecimal(form.group(1) + suffix), THOUSAND, DECIMAL, UNIT);
    }

    private static String spell(
            BigDecimal number, BigDecimal base, List<String> suffixes, int suffix) {
        if (number.signum() == 0) {
            return "0";
        }
        var value = number;
        var at = suffix;
        while (value.stripTrailingZeros().scale() > 0 && at > 0) {
            value = value.multiply(base);
            at--;
        }
        value = value.setScale(0, RoundingMode.UP);
        while (at < suffixes.size() - 1 && value.remainder(base).signum() == 0) {
            value = value.divide(base);
            at++;
        }
        return value.toBigInteger() + suffixes.get(at);
    }
}

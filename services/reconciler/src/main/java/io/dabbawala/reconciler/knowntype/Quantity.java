package io.dabbawala.reconciler.knowntype;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An amount as Kubernetes writes it: {@code 500m}, {@code 0.5Gi}, {@code 1e3}, 2 (apimachinery
 * pkg/api/resource/quantity.go).
 */
public final class Quantity {

    private static final Pattern FORM =
            Pattern.compile("([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))([a-zA-Z]*|[eE][+-]?[0-9]+)");
    private static final int LONGEST = 40;
    private static final int LARGEST_EXPONENT = 30;
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
    private static final Map<String, BigDecimal> FACTORS =
            Map.ofEntries(
                    Map.entry("", BigDecimal.ONE),
                    Map.entry("n", ten(-9)),
                    Map.entry("u", ten(-6)),
                    Map.entry("m", ten(-3)),
                    Map.entry("k", ten(3)),
                    Map.entry("M", ten(6)),
                    Map.entry("G", ten(9)),
                    Map.entry("T", ten(12)),
                    Map.entry("P", ten(15)),
                    Map.entry("E", ten(18)),
                    Map.entry("Ki", KIBI),
                    Map.entry("Mi", KIBI.pow(2)),
                    Map.entry("Gi", KIBI.pow(3)),
                    Map.entry("Ti", KIBI.pow(4)),
                    Map.entry("Pi", KIBI.pow(5)),
                    Map.entry("Ei", KIBI.pow(6)));

    private static final List<String> BINARY = List.of("Ei", "Pi", "Ti", "Gi", "Mi", "Ki");
    private static final List<String> DECIMAL =
            List.of("E", "P", "T", "G", "M", "k", "", "m", "u", "n");

    /** Whether both are amounts, and the same. */
    public static boolean isSame(Object one, Object other) {
        var amount = of(one);
        return amount.isPresent()
                && of(other).filter(two -> two.compareTo(amount.get()) == 0).isPresent();
    }

    /**
     * The one spelling of this amount: with the largest suffix that needs no fraction.
     *
     * @throws IllegalArgumentException if it is none
     */
    static String spelled(Object value) {
        var amount = of(value).orElseThrow(() -> new IllegalArgumentException("no quantity"));
        if (amount.signum() == 0) {
            return "0";
        }
        return Stream.concat(BINARY.stream(), DECIMAL.stream())
                .map(suffix -> spelled(amount, suffix))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> amount.stripTrailingZeros().toPlainString());
    }

    private static Optional<String> spelled(BigDecimal amount, String suffix) {
        var parts = amount.divideAndRemainder(Objects.requireNonNull(FACTORS.get(suffix)));
        return parts[1].signum() == 0
                ? Optional.of(parts[0].toBigInteger() + suffix)
                : Optional.empty();
    }

    static Optional<BigDecimal> of(Object value) {
        var text = value instanceof String || value instanceof Number ? value.toString() : "";
        var form = FORM.matcher(text);
        if (text.length() > LONGEST || !form.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(factor(form.group(2)))
                .map(new BigDecimal(form.group(1))::multiply);
    }

    private static @Nullable BigDecimal factor(String suffix) {
        var known = FACTORS.get(suffix);
        if (known != null
                || suffix.length() < 2
                || Character.toLowerCase(suffix.charAt(0)) != 'e') {
            return known;
        }
        try {
            int exponent = Integer.parseInt(suffix.substring(1));
            return Math.abs(exponent) > LARGEST_EXPONENT ? null : ten(exponent);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private static BigDecimal ten(int exponent) {
        return BigDecimal.ONE.scaleByPowerOfTen(exponent);
    }

    private Quantity() {}
}

package io.dabbawala.expressions;

import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import io.dabbawala.expressions.Functions.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A Kubernetes quantity ({@code 100m}, {@code 1.5Gi}): equal when the amounts are. */
record Quantity(BigDecimal amount, String text) implements Comparable<Quantity> {

    static final Kind<Quantity> KIND =
            new Kind<>(OpaqueType.create("kubernetes.Quantity"), Quantity.class);

    private static final Pattern FORM =
            Pattern.compile(
                    "([+-]?(?:\\d+\\.?\\d*|\\.\\d+))(|n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][+-]?\\d{1,3})");
    private static final int LONGEST = 60;
    private static final BigDecimal BINARY = BigDecimal.valueOf(1024);
    private static final List<String> BINARIES = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final Map<String, Integer> DECIMALS =
            Map.of(
                    "n", -9, "u", -6, "m", -3, "", 0, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E",
                    18);

    static void addTo(Functions functions) {
        functions
                .global("isQuantity", Functions.TEXT, SimpleType.BOOL, Quantity::isQuantity)
                .global("quantity", Functions.TEXT, KIND.type(), Quantity::of)
                .member("isInteger", KIND, SimpleType.BOOL, Quantity::isInteger)
                .member("asInteger", KIND, SimpleType.INT, it -> it.amount.longValueExact())
                .member(
                        "asApproximateFloat",
                        KIND,
                        SimpleType.DOUBLE,
                        it -> it.amount.doubleValue())
                .member("sign", KIND, SimpleType.INT, it -> (long) it.amount.signum())
                .member("isGreaterThan", KIND, KIND, SimpleType.BOOL, (a, b) -> a.compareTo(b) > 0)
                .member("isLessThan", KIND, KIND, SimpleType.BOOL, (a, b) -> a.compareTo(b) < 0)
                .member("compareTo", KIND, KIND, SimpleType.INT, (a, b) -> (long) a.compareTo(b))
                .member("add", KIND, KIND, KIND.type(), (a, b) -> of(a.amount.add(b.amount)))
                .member("sub", KIND, KIND, KIND.type(), (a, b) -> of(a.amount.subtract(b.amount)))
                .member("add", KIND, Functions.WHOLE, KIND.type(), Quantity::plus)
                .member("sub", KIND, Functions.WHOLE, KIND.type(), (a, b) -> a.plus(-b));
    }

    private static boolean isQuantity(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    private static Quantity of(String text) {
        var parts = FORM.matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            throw new IllegalArgumentException("\"%s\" is no quantity".formatted(text));
        }
        var number = new BigDecimal(parts.group(1));
        var suffix = parts.group(2);
        if (suffix.length() == 2 && suffix.endsWith("i")) {
            return new Quantity(number.multiply(BINARY.pow(BINARIES.indexOf(suffix))), text);
        }
        var power = DECIMALS.get(suffix);
        return new Quantity(
                number.scaleByPowerOfTen(
                        power == null ? Integer.parseInt(suffix.substring(1)) : power),
                text);
    }

    private static Quantity of(BigDecimal amount) {
        return new Quantity(amount, amount.stripTrailingZeros().toPlainString());
    }

    private Quantity plus(long other) {
        return of(amount.add(BigDecimal.valueOf(other)));
    }

    private boolean isInteger() {
        return amount.stripTrailingZeros().scale() <= 0
                && amount.toBigInteger().bitLength() < Long.SIZE;
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantity quantity && compareTo(quantity) == 0;
    }

    @Override
    public int hashCode() {
        return amount.stripTrailingZeros().hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}

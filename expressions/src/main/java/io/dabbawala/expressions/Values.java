package io.dabbawala.expressions;

import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as CEL wants it: whole numbers are {@code Long}, others {@code Double}. A member that is
 * null is left out, as the API server does.
 */
public final class Values {

    public static Object of(@Nullable Object json) {
        return switch (json) {
            case null -> NullValue.NULL_VALUE;
            case Map<?, ?> map -> map(map);
            case List<?> list -> list(list);
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Byte number -> number.longValue();
            case Float number -> number.doubleValue();
            case BigInteger number ->
                    number.bitLength() < Long.SIZE
                            ? (Object) number.longValueExact()
                            : (Object) number.doubleValue();
            case BigDecimal number -> number.doubleValue();
            default -> json;
        };
    }

    private static Map<String, Object> map(Map<?, ?> json) {
        var map = new LinkedHashMap<String, Object>();
        json.forEach(
                (name, value) -> {
                    if (value != null) {
                        map.put(String.valueOf(name), of(value));
                    }
                });
        return map;
    }

    private static List<Object> list(List<?> json) {
        var list = new ArrayList<>();
        json.forEach(value -> list.add(of(value)));
        return list;
    }

    private Values() {}
}

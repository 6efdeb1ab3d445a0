package io.dabbawala.gitwatcher.generate.parameter;

import io.dabbawala.gitwatcher.template.value.GoText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nested parameters as one level of text: {@code a.b.0} is the first item of b in a. */
public final class Flat {

    public static Map<String, String> of(Map<String, ?> parameters) {
        var flat = new LinkedHashMap<String, String>();
        add(flat, "", parameters);
        return flat;
    }

    private static void add(Map<String, String> flat, String prefix, @Nullable Object value) {
        switch (value) {
            case Map<?, ?> map ->
                    map.forEach((key, inner) -> add(flat, below(prefix, (String) key), inner));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    add(flat, below(prefix, Integer.toString(i)), list.get(i));
                }
            }
            case null, default -> flat.put(prefix, GoText.of(value));
        }
    }

    private static String below(String prefix, String key) {
        return prefix.isEmpty() ? key : prefix + "." + key;
    }

    private Flat() {}
}

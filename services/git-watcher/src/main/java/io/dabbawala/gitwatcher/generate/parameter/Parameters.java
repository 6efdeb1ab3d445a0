package io.dabbawala.gitwatcher.generate.parameter;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One parameter set: what a template is filled with. */
public record Parameters(Map<String, @Nullable Object> values) {

    public static final Parameters NONE = new Parameters(Map.of());

    /** A set that can still be added to. */
    public static Parameters empty() {
        return new Parameters(new LinkedHashMap<>());
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public void put(String name, @Nullable Object value) {
        values.put(name, value);
    }
}

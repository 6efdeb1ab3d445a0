package io.dabbawala.gitwatcher.generate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One parameter set: what a template is filled with. */
public record Parameters(Map<String, @Nullable Object> values) {

    static final Parameters NONE = new Parameters(Map.of());

    /** A set that can still be added to. */
    static Parameters empty() {
        return new Parameters(new LinkedHashMap<>());
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    void put(String name, @Nullable Object value) {
        values.put(name, value);
    }
}

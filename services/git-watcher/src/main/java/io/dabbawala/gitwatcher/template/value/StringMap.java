package io.dabbawala.gitwatcher.template.value;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Go's map[string]string: a key it does not have is the empty text, and functions tell it apart.
 */
public final class StringMap extends AbstractMap<String, @Nullable Object> {

    private final TreeMap<String, @Nullable Object> members = new TreeMap<>();

    public StringMap(Map<String, String> values) {
        members.putAll(values);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return Collections.unmodifiableMap(members).entrySet();
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return members.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return members.containsKey(key);
    }
}

package io.dabbawala.gitwatcher.template.function;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a function was called with, already of the kinds it asked for. */
public record Arguments(List<@Nullable Object> values, Budget budget) {

    public int count() {
        return values.size();
    }

    public @Nullable Object any(int index) {
        return values.get(index);
    }

    public String text(int index) {
        return (String) some(index);
    }

    public int number(int index) {
        return ((Number) some(index)).intValue();
    }

    public double decimal(int index) {
        return ((Number) some(index)).doubleValue();
    }

    public boolean truth(int index) {
        return (Boolean) some(index);
    }

    /** A map as it is, so that what is set in it stays set. */
    @SuppressWarnings("unchecked")
    public Map<String, @Nullable Object> map(int index) {
        var value = values.get(index);
        return value == null ? Map.of() : (Map<String, @Nullable Object>) value;
    }

    public List<@Nullable Object> from(int index) {
        return index >= values.size()
                ? List.of()
                : Collections.unmodifiableList(values.subList(index, values.size()));
    }

    /** The text, paid for. */
    public String made(String text) throws TemplateFailed {
        budget.take(text.length());
        return text;
    }

    private Object some(int index) {
        var value = values.get(index);
        if (value == null) {
            throw new IllegalStateException("argument %d of %s is nil".formatted(index, values));
        }
        return value;
    }
}

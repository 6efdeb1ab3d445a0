package io.dabbawala.gitwatcher.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The variables of one template, the innermost last. {@code $} is what it was called with. */
final class Variables {

    private record Variable(String name, @Nullable Object value) {}

    private final List<Variable> all = new ArrayList<>();

    Variables(@Nullable Object data) {
        all.add(new Variable("$", data));
    }

    int mark() {
        return all.size();
    }

    void reset(int mark) {
        all.subList(mark, all.size()).clear();
    }

    void set(String name, @Nullable Object value, boolean assigns) {
        var variable = new Variable(name, value);
        if (assigns) {
            all.set(index(name), variable);
        } else {
            all.add(variable);
        }
    }

    @Nullable Object named(String name) {
        return all.get(index(name)).value();
    }

    private int index(String name) {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException("the parser let undefined %s pass".formatted(name));
    }
}

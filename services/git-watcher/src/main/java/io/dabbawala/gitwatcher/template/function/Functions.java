package io.dabbawala.gitwatcher.template.function;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The functions a template may call, by name. */
public record Functions(Map<String, Function> byName) {

    public Functions {
        byName = Map.copyOf(byName);
    }

    /** What Go has without being asked. */
    public static Functions builtin() {
        return new Functions(Builtins.all());
    }

    /** These with others, which win. */
    public Functions with(Map<String, Function> others) {
        var all = new HashMap<>(byName);
        all.putAll(others);
        return new Functions(all);
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    public Optional<Function> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}

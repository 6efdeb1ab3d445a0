package io.dabbawala.reconciler.health.script;

import io.dabbawala.reconciler.health.Health;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;

/**
 * What a script returned, read as Argo CD reads it: as JSON of a health status. The case of names
 * does not matter; what is no text where text belongs is no opinion.
 */
final class Judgement {

    private static final int MESSAGE = 32 << 10;

    static Optional<Health> of(LuaValue returned, Meter meter) {
        if (returned.isnil()) {
            return Optional.empty();
        }
        if (!(returned instanceof LuaTable)) {
            return unknown(
                    "expect table output from Lua script, not %s".formatted(returned.typename()));
        }
        try {
            return JsonTree.of(returned, meter) instanceof Map<?, ?> object
                    ? read(object)
                    : Optional.empty();
        } catch (JsonTree.Impossible e) {
            return unknown(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Health> read(Map<?, ?> object) {
        var status = member(object, "status");
        var message = member(object, "message");
        return status instanceof String word && message instanceof String text
                ? Optional.of(health(word, text))
                : Optional.empty();
    }

    /** Members come sorted; of those that only differ in case the last one counts. */
    private static @Nullable Object member(Map<?, ?> object, String name) {
        Object found = "";
        for (var member : object.entrySet()) {
            if (member.getKey().toString().equalsIgnoreCase(name)) {
                found = member.getValue();
            }
        }
        return found;
    }

    private static Health health(String status, String message) {
        if (message.length() > MESSAGE) {
            return Health.unknown("a message of more than %d characters".formatted(MESSAGE));
        }
        for (var known : Health.Status.values()) {
            if (known.word().equals(status)) {
                return new Health(known, message);
            }
        }
        return Health.unknown("Lua returned an invalid health status");
    }

    private static Optional<Health> unknown(String reason) {
        return Optional.of(Health.unknown(reason));
    }

    private Judgement() {}
}

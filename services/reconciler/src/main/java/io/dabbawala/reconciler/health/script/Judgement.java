package io.dabbawala.reconciler.health.script;

import io.dabbawala.reconciler.health.Health;
import java.util.Locale;
import java.util.Optional;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;

/** What a script returned, read as Argo CD reads it: as JSON of a health status. */
final class Judgement {

    private static final int MESSAGE = 32 << 10;

    static Optional<Health> of(LuaValue returned) {
        if (returned.isnil() || returned instanceof LuaTable empty && isEmpty(empty)) {
            return Optional.empty();
        }
        if (!(returned instanceof LuaTable table)) {
            return unknown(
                    "expect table output from Lua script, not %s".formatted(returned.typename()));
        }
        if (table.length() > 0) {
            return unknown(
                    "json: cannot unmarshal array into Go value of type health.HealthStatus");
        }
        var status = table.get("status");
        var message = table.get("message");
        if (!isText(status)) {
            return unknown(wrong(status, "status", "health.HealthStatusCode"));
        }
        return isText(message)
                ? Optional.of(health(text(status), text(message)))
                : unknown(wrong(message, "message", "string"));
    }

    private static boolean isEmpty(LuaTable table) {
        return table.next(LuaValue.NIL).arg1().isnil();
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

    private static boolean isText(LuaValue value) {
        return value.isnil() || value instanceof LuaString;
    }

    private static String text(LuaValue value) {
        return value.isnil() ? "" : value.tojstring();
    }

    private static String wrong(LuaValue value, String field, String type) {
        var found = value.typename().equals("boolean") ? "bool" : value.typename();
        return "json: cannot unmarshal %s into Go struct field HealthStatus.%s of type %s"
                .formatted(found.toLowerCase(Locale.ROOT), field, type);
    }

    private static Optional<Health> unknown(String reason) {
        return Optional.of(Health.unknown(reason));
    }

    private Judgement() {}
}

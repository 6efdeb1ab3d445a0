package io.dabbawala.reconciler.health.script;

import java.time.Instant;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Everything one run of a script can see. It is used once. */
final class Sandbox {

    private static final ScopedValue<LuaTable> STRINGS = ScopedValue.newInstance();

    static {
        // All of LuaJ shares one table of what strings can do: here it only leads to the run's own.
        var shared = new LuaTable();
        shared.set(
                LuaValue.INDEX,
                new Function("index", arguments -> STRINGS.get().get(arguments.arg(2))));
        LuaString.s_metatable = shared;
    }

    private final Meter meter = new Meter();
    private final Globals globals = new Globals();
    private final LuaTable strings;

    Sandbox(Instant now) {
        globals.debuglib = meter;
        strings = StringFunctions.table(meter);
        GlobalFunctions.into(globals, meter);
        globals.set("string", strings);
        globals.set("table", TableFunctions.table(meter));
        globals.set("math", MathFunctions.table(globals));
        globals.set("os", OsFunctions.table(now));
    }

    Globals globals() {
        return globals;
    }

    Meter meter() {
        return meter;
    }

    /** The last value it returns, as Argo CD takes it. */
    LuaValue call(LuaClosure script) {
        return ScopedValue.where(STRINGS, strings).call(() -> last(script.invoke(LuaValue.NONE)));
    }

    private static LuaValue last(Varargs returned) {
        return returned.narg() == 0 ? LuaValue.NIL : returned.arg(returned.narg());
    }
}

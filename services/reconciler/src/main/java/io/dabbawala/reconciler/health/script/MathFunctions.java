package io.dabbawala.reconciler.health.script;

import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.jse.JseMathLib;

/** The library {@code math}. Its random numbers are the same in every run. */
final class MathFunctions {

    static LuaTable table(Globals globals) {
        var loaded = new LuaTable();
        loaded.set("loaded", new LuaTable());
        globals.set("package", loaded); // where LuaJ registers it
        globals.load(new JseMathLib());
        globals.set("package", LuaValue.NIL);
        var math = globals.get("math").checktable();
        math.get("randomseed").call(LuaValue.ZERO);
        math.set("mod", math.get("fmod"));
        Function.rename(math);
        Function.put(
                math, "log10", arguments -> LuaValue.valueOf(Math.log10(arguments.checkdouble(1))));
        return math;
    }

    private MathFunctions() {}
}

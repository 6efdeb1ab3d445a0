package io.dabbawala.reconciler.health.script;

import io.dabbawala.reconciler.object.Json;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * The module {@code json} that Argo CD lets scripts require, for annotations that hold JSON. What
 * cannot be read or written is nil and the reason.
 */
final class JsonFunctions {

    private static final int DEAR = 32; // bytes of a tree for each of its text

    static LuaTable table(Meter meter) {
        var table = new LuaTable();
        Function.put(table, "decode", arguments -> decode(arguments, meter));
        Function.put(table, "encode", arguments -> encode(arguments, meter));
        return table;
    }

    private static Varargs decode(Varargs arguments, Meter meter) {
        var text = Function.text(arguments, 1);
        meter.steps(text.length());
        meter.bytes((long) DEAR * text.length());
        try {
            return new Trees(meter).value(Json.tree(text.tojstring()));
        } catch (IllegalArgumentException e) {
            return failed(e);
        }
    }

    private static Varargs encode(Varargs arguments, Meter meter) {
        try {
            var text = Json.write(JsonTree.of(arguments.checkvalue(1), meter));
            return LuaValue.valueOf(escaped(text));
        } catch (JsonTree.Impossible e) {
            return failed(e);
        }
    }

    /** What could be taken for markup is written by its number, as Go does. */
    private static String escaped(String text) {
        return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private static Varargs failed(RuntimeException reason) {
        return LuaValue.varargsOf(LuaValue.NIL, LuaValue.valueOf(reason.getMessage()));
    }

    private JsonFunctions() {}
}

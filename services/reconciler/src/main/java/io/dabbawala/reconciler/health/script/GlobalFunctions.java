package io.dabbawala.reconciler.health.script;

import io.dabbawala.reconciler.health.script.Failure.Raised;
import java.util.Set;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.BaseLib;

/** The functions without a library's name. Nothing loads a file or compiles text. */
final class GlobalFunctions {

    private static final int FAILURE = 500;
    private static final Set<String> OUTSIDE = Set.of("dofile", "load", "loadfile", "rawlen");
    private static final Set<String> MODULES = Set.of("string", "table", "math", "os");

    static void into(Globals globals, Meter meter) {
        globals.load(new BaseLib());
        OUTSIDE.forEach(name -> globals.set(name, LuaValue.NIL));
        Function.rename(globals);
        globals.set("_VERSION", LuaValue.valueOf("Lua 5.1"));
        Function.put(globals, "print", _ -> LuaValue.NONE); // nobody reads it
        Function.put(globals, "collectgarbage", _ -> LuaValue.ZERO);
        Function.put(globals, "tostring", arguments -> tostring(arguments.checkvalue(1)));
        Function.put(globals, "error", arguments -> error(arguments, meter));
        Function.put(globals, "assert", arguments -> asserted(arguments, meter));
        Function.put(globals, "pcall", arguments -> pcall(arguments, meter));
        Function.put(globals, "xpcall", arguments -> xpcall(arguments, meter));
        Function.put(globals, "unpack", arguments -> TableFunctions.unpack(arguments, meter));
        var json = JsonFunctions.table(meter);
        Function.put(globals, "require", arguments -> module(globals, json, arguments));
        var original = globals.get("getmetatable");
        Function.put(
                globals,
                "getmetatable",
                arguments ->
                        arguments.arg1() instanceof LuaString
                                ? LuaValue.NIL
                                : original.call(arguments.checkvalue(1)));
    }

    static LuaValue tostring(LuaValue value) {
        var own = value.metatag(LuaValue.TOSTRING);
        if (!own.isnil()) {
            return own.call(value);
        }
        return value.type() == LuaValue.TSTRING ? value : LuaValue.valueOf(shown(value));
    }

    /** Tables and functions have no address that could differ from run to run. */
    static String shown(LuaValue value) {
        return switch (value.type()) {
            case LuaValue.TNUMBER -> Numbers.text(value.todouble());
            case LuaValue.TTABLE, LuaValue.TFUNCTION -> value.typename() + ": 0x0";
            default -> value.tojstring();
        };
    }

    private static Varargs error(Varargs arguments, Meter meter) {
        var value = arguments.checkvalue(1);
        throw new Raised(
                value instanceof LuaString text && arguments.optint(2, 1) > 0
                        ? placed(text, meter)
                        : value);
    }

    private static LuaValue placed(LuaValue text, Meter meter) {
        return LuaValue.valueOf(
                "%s:%d: %s".formatted(Failure.CHUNK, meter.line(), text.tojstring()));
    }

    private static Varargs asserted(Varargs arguments, Meter meter) {
        if (!arguments.checkvalue(1).toboolean()) {
            var reason =
                    arguments.narg() > 1 ? arguments.arg(2) : LuaValue.valueOf("assertion failed!");
            throw new Raised(placed(reason, meter));
        }
        return arguments;
    }

    /** What fails is dear: an exception is. */
    private static Varargs pcall(Varargs arguments, Meter meter) {
        try {
            return LuaValue.varargsOf(
                    LuaValue.TRUE, arguments.checkvalue(1).invoke(arguments.subargs(2)));
        } catch (LuaError e) {
            meter.steps(FAILURE);
            return LuaValue.varargsOf(LuaValue.FALSE, Failure.value(e, meter));
        }
    }

    private static Varargs xpcall(Varargs arguments, Meter meter) {
        var ended = pcall(arguments.arg1(), meter);
        return ended.arg1().toboolean()
                ? ended
                : LuaValue.varargsOf(LuaValue.FALSE, arguments.checkvalue(2).call(ended.arg(2)));
    }

    private static LuaValue module(Globals globals, LuaTable json, Varargs arguments) {
        var name = arguments.checkjstring(1);
        if (name.equals("json")) {
            return json;
        }
        if (!MODULES.contains(name)) {
            throw new LuaError("module '%s' not found".formatted(name));
        }
        return globals.get(name);
    }

    private GlobalFunctions() {}
}

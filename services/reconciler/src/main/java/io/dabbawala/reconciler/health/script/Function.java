package io.dabbawala.reconciler.health.script;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.LibFunction;
import org.luaj.vm2.lib.VarArgFunction;

/** A function that scripts can call. */
final class Function extends VarArgFunction {

    /** What it does. */
    @FunctionalInterface
    interface Body {

        Varargs of(Varargs arguments);
    }

    private static final Pattern UNFIT =
            Pattern.compile("bad argument(?: #(\\d+))?: (?:(.*expected), got (.*)|value.*)");

    private final String name;
    private final Body body;

    Function(String name, Body body) {
        this.name = name;
        this.body = body;
    }

    static void put(LuaTable into, String name, Body body) {
        into.set(name, new Function(name, body));
    }

    /** LuaJ's own functions do not know what they are called. */
    static void rename(LuaTable library) {
        for (var key : library.keys()) {
            if (library.get(key) instanceof LibFunction function) {
                put(library, key.tojstring(), function::invoke);
            }
        }
    }

    @Override
    public Varargs invoke(Varargs arguments) {
        try {
            return body.of(arguments);
        } catch (LuaError e) {
            var unfit = UNFIT.matcher(String.valueOf(e.getMessage()));
            throw unfit.matches() ? new LuaError(unfit(unfit, arguments)) : e;
        }
    }

    /** LuaJ does not say which argument it is. */
    private String unfit(MatchResult found, Varargs arguments) {
        var type = found.group(3);
        if (type == null) {
            return "bad argument #%s to %s (value expected)".formatted(found.group(1), name);
        }
        // A table is wanted first, what is missing is the first that is, another type comes later.
        var isEarly = type.equals("nil") || found.group(2).startsWith("table");
        int index = isEarly ? 1 : arguments.narg();
        while (index > 0 && !arguments.arg(index).typename().equals(type)) {
            index += isEarly ? 1 : -1;
        }
        return "bad argument #%d to %s (%s, got %s)"
                .formatted(Math.max(1, index), name, found.group(2), type);
    }

    /** An argument that is text; a number is what it looks like. */
    static LuaString text(Varargs arguments, int index) {
        var value = arguments.arg(index);
        return value.type() == LuaValue.TNUMBER
                ? LuaString.valueOf(Numbers.text(value.todouble()))
                : arguments.checkstring(index);
    }

    static byte[] bytes(LuaString text) {
        var copy = new byte[text.length()];
        text.copyInto(0, copy, 0, copy.length);
        return copy;
    }
}

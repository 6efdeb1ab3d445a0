package io.dabbawala.reconciler.health.script;

import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.VarArgFunction;

/** A function that scripts can call. */
final class Function extends VarArgFunction {

    /** What it does. */
    @FunctionalInterface
    interface Body {

        Varargs of(Varargs arguments);
    }

    private final Body body;

    Function(Body body) {
        this.body = body;
    }

    static void put(LuaTable into, String name, Body body) {
        into.set(name, new Function(body));
    }

    @Override
    public Varargs invoke(Varargs arguments) {
        return body.of(arguments);
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

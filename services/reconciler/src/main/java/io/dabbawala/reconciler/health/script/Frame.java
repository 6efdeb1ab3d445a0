package io.dabbawala.reconciler.health.script;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.Lua;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaValue;

/** A running function, its registers, and the instruction that it is at. */
final class Frame {

    private static final int CONSTANT = 0x100;

    private final LuaClosure function;
    private final LuaValue[] registers;
    private int position;

    Frame(LuaClosure function, LuaValue[] registers) {
        this.function = function;
        this.registers = registers;
    }

    LuaValue[] registers() {
        return registers;
    }

    void moveTo(int next) {
        position = next;
    }

    int instruction() {
        return function.p.code[position];
    }

    /** The line of the script; none if nobody noted it. */
    int line() {
        var lines = function.p.lineinfo;
        return lines != null && position < lines.length ? lines[position] : 0;
    }

    /**
     * Why this instruction cannot be carried out, in the words of Argo CD's Lua; null if that is
     * not for what it is applied to. Concatenations are not looked at.
     */
    @Nullable String mistake() {
        int instruction = instruction();
        int a = Lua.GETARG_A(instruction);
        int b = Lua.GETARG_B(instruction);
        int c = Lua.GETARG_C(instruction);
        int operation = Lua.GET_OPCODE(instruction);
        return switch (operation) {
            case Lua.OP_GETTABLE, Lua.OP_SELF -> indexed(registers[b], value(c));
            case Lua.OP_GETTABUP -> indexed(function.upValues[b].getValue(), value(c));
            case Lua.OP_SETTABLE -> set(registers[a], value(b));
            case Lua.OP_SETTABUP -> set(function.upValues[a].getValue(), value(b));
            case Lua.OP_ADD -> computed("add", value(b), value(c));
            case Lua.OP_SUB -> computed("sub", value(b), value(c));
            case Lua.OP_MUL -> computed("mul", value(b), value(c));
            case Lua.OP_DIV -> computed("div", value(b), value(c));
            case Lua.OP_MOD -> computed("mod", value(b), value(c));
            case Lua.OP_POW -> computed("pow", value(b), value(c));
            case Lua.OP_UNM -> "__unm undefined";
            case Lua.OP_LEN -> "__len undefined";
            case Lua.OP_LT, Lua.OP_LE -> compared(value(b), value(c));
            case Lua.OP_CALL, Lua.OP_TAILCALL -> called(registers[a]);
            case Lua.OP_TFORCALL -> called(registers[a]);
            case Lua.OP_FORPREP -> counted(registers, a);
            default -> null;
        };
    }

    private LuaValue value(int argument) {
        return argument < CONSTANT ? registers[argument] : function.p.k[argument & CONSTANT - 1];
    }

    private static @Nullable String indexed(LuaValue value, LuaValue key) {
        return value.istable() || value.type() == LuaValue.TSTRING
                ? null
                : "attempt to index a non-table object(%s) with key '%s'"
                        .formatted(value.typename(), GlobalFunctions.shown(key));
    }

    private static @Nullable String set(LuaValue value, LuaValue key) {
        return value.istable() && key.isnil() ? "table index is nil" : indexed(value, key);
    }

    private static @Nullable String computed(String operation, LuaValue left, LuaValue right) {
        return left.isnumber() && right.isnumber()
                ? null
                : "cannot perform %s operation between %s and %s"
                        .formatted(operation, left.typename(), right.typename());
    }

    private static String compared(LuaValue left, LuaValue right) {
        return "attempt to compare %s with %s".formatted(left.typename(), right.typename());
    }

    private static @Nullable String called(LuaValue value) {
        return value.isfunction() ? null : "attempt to call a non-function object";
    }

    private static @Nullable String counted(LuaValue[] registers, int first) {
        for (var name : List.of("init", "limit", "step")) {
            if (!registers[first++].isnumber()) {
                return "for statement %s must be a number".formatted(name);
            }
        }
        return null;
    }

    /** Why these values do not make one text; null if they do. The last ones come first. */
    static @Nullable String unjoined(LuaValue[] values, int first, int last) {
        var right = values[last];
        for (int i = last - 1; i >= first; i--) {
            var left = values[i];
            if (!left.isstring() || !right.isstring()) {
                return "cannot perform concat operation between %s and %s"
                        .formatted(left.typename(), i + 1 < last ? "string" : right.typename());
            }
        }
        return null;
    }
}

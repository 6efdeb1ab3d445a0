package io.dabbawala.reconciler.health.script;

import java.io.ByteArrayOutputStream;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The library {@code string}, on bytes as Lua has it. What it makes is charged before. */
final class StringFunctions {

    private static final int MOST_RESULTS = 4_000;

    private final Meter meter;

    private StringFunctions(Meter meter) {
        this.meter = meter;
    }

    static LuaTable table(Meter meter) {
        var of = new StringFunctions(meter);
        var search = new StringSearch(meter);
        var table = new LuaTable();
        Function.put(
                table, "len", arguments -> LuaValue.valueOf(Function.text(arguments, 1).length()));
        Function.put(table, "sub", of::sub);
        Function.put(table, "lower", arguments -> of.shifted(arguments, 'A', 'Z', 'a' - 'A'));
        Function.put(table, "upper", arguments -> of.shifted(arguments, 'a', 'z', 'A' - 'a'));
        Function.put(table, "rep", of::rep);
        Function.put(table, "reverse", of::reverse);
        Function.put(table, "byte", of::bytes);
        Function.put(table, "char", of::text);
        Function.put(table, "format", arguments -> TextFormat.of(arguments, meter));
        Function.put(table, "find", search::find);
        Function.put(table, "match", search::match);
        Function.put(table, "gmatch", search::gmatch);
        Function.put(table, "gfind", search::gmatch);
        Function.put(table, "gsub", search::gsub);
        return table;
    }

    /** Positions count from 1; negative ones from the end. */
    static int position(int written, int length) {
        return written >= 0 ? written : Math.max(0, length + written + 1);
    }

    private LuaValue sub(Varargs arguments) {
        var text = Function.text(arguments, 1);
        int from = Math.max(1, position(arguments.checkint(2), text.length()));
        int to = Math.min(text.length(), position(arguments.optint(3, -1), text.length()));
        if (from > to) {
            return LuaValue.EMPTYSTRING;
        }
        meter.bytes(to - from + 1L);
        return text.substring(from - 1, to);
    }

    private LuaValue shifted(Varargs arguments, char from, char to, int by) {
        var bytes = taken(arguments);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= from && bytes[i] <= to) {
                bytes[i] += (byte) by;
            }
        }
        return LuaString.valueUsing(bytes);
    }

    private LuaValue rep(Varargs arguments) {
        var text = Function.text(arguments, 1);
        int times = Math.max(0, arguments.checkint(2));
        var between = arguments.optstring(3, LuaValue.EMPTYSTRING);
        meter.bytes((long) times * (text.length() + between.length()));
        var repeated = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            meter.step();
            repeated.writeBytes(Function.bytes(text));
            if (i < times - 1) {
                repeated.writeBytes(Function.bytes(between));
            }
        }
        return LuaString.valueUsing(repeated.toByteArray());
    }

    private LuaValue reverse(Varargs arguments) {
        var bytes = taken(arguments);
        for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
            var kept = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = kept;
        }
        return LuaString.valueUsing(bytes);
    }

    private Varargs bytes(Varargs arguments) {
        var text = Function.text(arguments, 1);
        int written = arguments.optint(2, 1);
        int from = Math.max(1, position(written, text.length()));
        int to = Math.min(text.length(), position(arguments.optint(3, from), text.length()));
        if (from > to) {
            return LuaValue.NONE;
        }
        if (to - from >= MOST_RESULTS) {
            throw new LuaError("string slice too long");
        }
        var values = new LuaValue[to - from + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = LuaValue.valueOf(text.luaByte(from - 1 + i));
        }
        return LuaValue.varargsOf(values);
    }

    private LuaValue text(Varargs arguments) {
        meter.bytes(arguments.narg());
        var bytes = new byte[arguments.narg()];
        for (int i = 0; i < bytes.length; i++) {
            int value = arguments.checkint(i + 1);
            if (value < 0 || value > 255) {
                throw new LuaError("bad argument #%d to 'char' (invalid value)".formatted(i + 1));
            }
            bytes[i] = (byte) value;
        }
        return LuaString.valueUsing(bytes);
    }

    private byte[] taken(Varargs arguments) {
        var text = Function.text(arguments, 1);
        meter.bytes(text.length());
        meter.steps(text.length() / 16);
        return Function.bytes(text);
    }
}

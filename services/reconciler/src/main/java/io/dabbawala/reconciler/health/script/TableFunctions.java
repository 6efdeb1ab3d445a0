package io.dabbawala.reconciler.health.script;

import java.io.ByteArrayOutputStream;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The library {@code table}. What moves or compares many entries is charged for each. */
final class TableFunctions {

    private static final int MOST_RESULTS = 4_000;

    static LuaTable table(Meter meter) {
        var table = new LuaTable();
        Function.put(table, "concat", arguments -> concat(arguments, meter));
        Function.put(table, "insert", arguments -> insert(arguments, meter));
        Function.put(table, "remove", arguments -> remove(arguments, meter));
        Function.put(table, "sort", arguments -> sort(arguments, meter));
        Function.put(table, "unpack", arguments -> unpack(arguments, meter));
        Function.put(
                table, "getn", arguments -> LuaValue.valueOf(arguments.checktable(1).length()));
        Function.put(table, "maxn", arguments -> maxn(arguments.checktable(1), meter));
        return table;
    }

    static Varargs unpack(Varargs arguments, Meter meter) {
        var table = arguments.checktable(1);
        int from = arguments.optint(2, 1);
        int to = arguments.isnil(3) ? table.length() : arguments.checkint(3);
        long count = (long) to - from + 1;
        if (count > MOST_RESULTS) {
            throw new LuaError("too many results to unpack");
        }
        if (count <= 0) {
            return LuaValue.NONE;
        }
        meter.bytes(8 * count);
        var values = new LuaValue[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = table.get(from + i);
        }
        return LuaValue.varargsOf(values);
    }

    private static LuaValue concat(Varargs arguments, Meter meter) {
        var table = arguments.checktable(1);
        var between = Function.bytes(arguments.optstring(2, LuaValue.EMPTYSTRING));
        int from = arguments.optint(3, 1);
        int to = arguments.isnil(4) ? table.length() : arguments.checkint(4);
        var joined = new ByteArrayOutputStream();
        for (int i = from; i <= to; i++) {
            meter.step();
            var value = table.get(i);
            if (!value.isstring()) {
                throw new LuaError(
                        "invalid value (%s) at index %d in table for concat"
                                .formatted(value.typename(), i));
            }
            var text = Function.bytes(GlobalFunctions.tostring(value).checkstring());
            meter.bytes(2L * (text.length + between.length));
            joined.writeBytes(text);
            if (i < to) {
                joined.writeBytes(between);
            }
        }
        return LuaString.valueUsing(joined.toByteArray());
    }

    private static Varargs insert(Varargs arguments, Meter meter) {
        var table = arguments.checktable(1);
        int end = table.length() + 1;
        int position = arguments.narg() > 2 ? arguments.checkint(2) : end;
        meter.steps(Math.max(0, end - position));
        meter.bytes(64);
        table.insert(position == end ? 0 : position, arguments.arg(Math.max(2, arguments.narg())));
        return LuaValue.NONE;
    }

    private static Varargs remove(Varargs arguments, Meter meter) {
        var table = arguments.checktable(1);
        int end = table.length();
        int position = arguments.optint(2, end);
        if (end == 0 || position < 1 || position > end) {
            return LuaValue.NONE;
        }
        meter.steps(end - position);
        return table.remove(position);
    }

    private static Varargs sort(Varargs arguments, Meter meter) {
        var table = arguments.checktable(1);
        int length = table.length();
        meter.steps(length * (Integer.SIZE - Integer.numberOfLeadingZeros(length)));
        table.sort(arguments.isnil(2) ? LuaValue.NIL : arguments.checkfunction(2));
        return LuaValue.NONE;
    }

    private static LuaValue maxn(LuaTable table, Meter meter) {
        double largest = 0;
        for (var entry = table.next(LuaValue.NIL);
                !entry.arg1().isnil();
                entry = table.next(entry.arg1())) {
            meter.step();
            if (entry.arg1().type() == LuaValue.TNUMBER) {
                largest = Math.max(largest, entry.arg1().todouble());
            }
        }
        return LuaValue.valueOf(largest);
    }

    private TableFunctions() {}
}

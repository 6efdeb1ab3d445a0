package io.dabbawala.reconciler.health.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;

/**
 * A value of Lua as a tree of JSON: a table is a list if its first key is a number, an empty one
 * too. What is neither a list nor an object has no tree, in the words of the library that Argo CD
 * uses.
 */
final class JsonTree {

    /** There is no tree; the message tells why. */
    static final class Impossible extends RuntimeException {

        private static final long serialVersionUID = 1;
        private static final String PLACE =
                "json: error calling MarshalJSON for type json.jsonValue: ";

        private Impossible(int depth, String reason) {
            super(PLACE.repeat(depth) + reason, null, false, false);
        }
    }

    private static final double LARGEST_PLAIN = 1e21;

    private final Set<LuaTable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Meter meter;

    private JsonTree(Meter meter) {
        this.meter = meter;
    }

    static @Nullable Object of(LuaValue value, Meter meter) {
        return new JsonTree(meter).tree(value, 1);
    }

    private @Nullable Object tree(LuaValue value, int depth) {
        meter.step();
        return switch (value.type()) {
            case LuaValue.TNIL -> null;
            case LuaValue.TBOOLEAN -> value.toboolean();
            case LuaValue.TNUMBER -> number((LuaNumber) value, depth);
            case LuaValue.TSTRING -> text(value);
            case LuaValue.TTABLE -> table(value.checktable(), depth);
            default ->
                    throw new Impossible(
                            depth, "cannot encode %s to JSON".formatted(value.typename()));
        };
    }

    private String text(LuaValue value) {
        var text = value.checkstring();
        meter.bytes(4L * text.length());
        return new String(Function.bytes(text), UTF_8);
    }

    private static Object number(LuaNumber value, int depth) {
        var number = value.todouble();
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new Impossible(depth, "json: unsupported value: " + Numbers.text(number));
        }
        var isWhole = number == Math.rint(number) && Math.abs(number) < LARGEST_PLAIN;
        return isWhole ? new BigDecimal(Double.toString(number)).toBigIntegerExact() : number;
    }

    private Object table(LuaTable table, int depth) {
        if (!seen.add(table)) {
            throw new Impossible(depth, "cannot encode recursively nested tables to JSON");
        }
        var first = table.next(LuaValue.NIL).arg1();
        return switch (first.type()) {
            case LuaValue.TNIL -> List.of();
            case LuaValue.TNUMBER -> list(table, depth);
            case LuaValue.TSTRING -> object(table, depth);
            default -> throw mixed(depth);
        };
    }

    private List<Object> list(LuaTable table, int depth) {
        var values = new ArrayList<LuaValue>();
        for (var entry = table.next(LuaValue.NIL);
                !entry.arg1().isnil();
                entry = table.next(entry.arg1())) {
            if (entry.arg1().type() != LuaValue.TNUMBER) {
                throw mixed(depth);
            }
            values.add(entry.arg(2));
            if (entry.arg1().todouble() != values.size()) {
                throw new Impossible(depth, "cannot encode sparse array");
            }
        }
        var list = new ArrayList<Object>();
        values.forEach(value -> list.add(tree(value, depth + 1)));
        return list;
    }

    private Map<String, Object> object(LuaTable table, int depth) {
        var values = new TreeMap<String, LuaValue>();
        for (var entry = table.next(LuaValue.NIL);
                !entry.arg1().isnil();
                entry = table.next(entry.arg1())) {
            if (entry.arg1().type() != LuaValue.TSTRING) {
                throw mixed(depth);
            }
            values.put(entry.arg1().tojstring(), entry.arg(2));
        }
        var object = new TreeMap<String, Object>();
        values.forEach((name, value) -> object.put(name, tree(value, depth + 1)));
        return object;
    }

    private static Impossible mixed(int depth) {
        return new Impossible(depth, "cannot encode mixed or invalid key types");
    }
}

package io.dabbawala.reconciler.health.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * A table that is walked as in Argo CD's Lua: places of a list by their number, then the other keys
 * in the order they came. A key that was removed and comes back has its old place.
 */
final class OrderedTable extends LuaTable {

    private final Meter meter;
    private final TreeSet<Integer> numbers = new TreeSet<>(); // beyond what LuaJ keeps as a list
    private final List<LuaValue> keys = new ArrayList<>();
    private final Map<LuaValue, Integer> places = new HashMap<>();

    OrderedTable(Meter meter, int list, int others) {
        super(list, others);
        this.meter = meter;
    }

    /** LuaJ may move what is in the list's far end to the other keys meanwhile. */
    @Override
    public void hashset(LuaValue key, LuaValue value) {
        int before = getArrayLength();
        if (!value.isnil()) {
            came(key);
        }
        super.hashset(key, value);
        for (int i = getArrayLength() + 1; i <= before; i++) {
            numbers.add(i);
        }
    }

    private void came(LuaValue key) {
        if (isNumber(key)) {
            numbers.add(key.toint());
        } else if (places.putIfAbsent(key, keys.size()) == null) {
            keys.add(key);
        }
    }

    private static boolean isNumber(LuaValue key) {
        return key.isinttype() && key.toint() > 0;
    }

    @Override
    public Varargs next(LuaValue key) {
        if (key.isnil() || isNumber(key)) {
            return afterNumber(key.isnil() ? 0 : key.toint());
        }
        var place = places.get(key);
        if (place == null) {
            throw new LuaError("invalid key to 'next'");
        }
        return fromPlace(place + 1);
    }

    private Varargs afterNumber(int number) {
        int last = getArrayLength();
        for (int i = number + 1; i <= last; i++) {
            meter.step();
            if (!rawget(i).isnil()) {
                return entry(LuaValue.valueOf(i));
            }
        }
        for (int i : numbers.tailSet(Math.max(number, last), false)) {
            meter.step();
            if (!rawget(i).isnil()) {
                return entry(LuaValue.valueOf(i));
            }
        }
        return fromPlace(0);
    }

    private Varargs fromPlace(int first) {
        for (int place = first; place < keys.size(); place++) {
            meter.step();
            if (!rawget(keys.get(place)).isnil()) {
                return entry(keys.get(place));
            }
        }
        return LuaValue.NIL;
    }

    private Varargs entry(LuaValue key) {
        return LuaValue.varargsOf(key, rawget(key));
    }
}

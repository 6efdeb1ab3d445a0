package io.dabbawala.reconciler.health.script;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;

/**
 * Trees of JSON as Argo CD shows them to scripts: lists count from 1 and are without their nulls, a
 * null elsewhere is nothing.
 */
final class Trees {

    private final Meter meter;

    Trees(Meter meter) {
        this.meter = meter;
    }

    LuaValue value(@Nullable Object tree) {
        return switch (tree) {
            case null -> LuaValue.NIL;
            case Boolean flag -> LuaValue.valueOf(flag);
            case Number number -> LuaValue.valueOf(number.doubleValue());
            case Map<?, ?> map -> table(map);
            case List<?> list -> table(list);
            default -> LuaValue.valueOf(tree.toString());
        };
    }

    private LuaTable table(Map<?, ?> map) {
        var table = new OrderedTable(meter, 0, map.size());
        map.forEach((key, value) -> table.set(LuaValue.valueOf(key.toString()), value(value)));
        return table;
    }

    private LuaTable table(List<?> list) {
        var table = new OrderedTable(meter, list.size(), 0);
        int index = 0;
        for (var value : list.stream().filter(Objects::nonNull).toList()) {
            table.set(++index, value(value));
        }
        return table;
    }
}

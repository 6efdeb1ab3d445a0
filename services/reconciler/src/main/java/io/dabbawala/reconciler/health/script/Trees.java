package io.dabbawala.reconciler.health.script;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;

/** Trees of JSON as Lua sees them: lists count from 1, null is nothing. */
final class Trees {

    static LuaValue value(@Nullable Object tree) {
        return switch (tree) {
            case null -> LuaValue.NIL;
            case Boolean flag -> LuaValue.valueOf(flag);
            case Number number -> LuaValue.valueOf(number.doubleValue());
            case Map<?, ?> map -> table(map);
            case List<?> list -> table(list);
            default -> LuaValue.valueOf(tree.toString());
        };
    }

    private static LuaTable table(Map<?, ?> map) {
        var table = new LuaTable(0, map.size());
        map.forEach((key, value) -> table.set(LuaValue.valueOf(key.toString()), value(value)));
        return table;
    }

    private static LuaTable table(List<?> list) {
        var table = new LuaTable(list.size(), 0);
        int index = 0;
        for (var value : list) {
            table.set(++index, value(value));
        }
        return table;
    }

    private Trees() {}
}

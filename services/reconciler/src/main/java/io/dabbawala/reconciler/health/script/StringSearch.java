package io.dabbawala.reconciler.health.script;

import java.io.ByteArrayOutputStream;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The functions of {@code string} that take a pattern. */
final class StringSearch {

    private static final String SPECIAL = "^$*+?.([%-";

    private final Meter meter;

    StringSearch(Meter meter) {
        this.meter = meter;
    }

    Varargs find(Varargs arguments) {
        var text = Function.text(arguments, 1);
        var pattern = Function.text(arguments, 2);
        int from = start(arguments, text);
        if (from > text.length()) {
            return LuaValue.NIL;
        }
        if (arguments.arg(4).toboolean() || isPlain(pattern)) {
            meter.steps(text.length() / 8);
            int found = text.indexOf(pattern, from);
            return found < 0
                    ? LuaValue.NIL
                    : LuaValue.varargsOf(
                            LuaValue.valueOf(found + 1),
                            LuaValue.valueOf(found + pattern.length()));
        }
        return searched(
                text,
                pattern,
                from,
                (match, start, end) ->
                        LuaValue.varargsOf(
                                LuaValue.valueOf(start + 1),
                                LuaValue.valueOf(end),
                                match.capturedOnly()));
    }

    Varargs match(Varargs arguments) {
        var text = Function.text(arguments, 1);
        int from = start(arguments, text);
        return from > text.length()
                ? LuaValue.NIL
                : searched(text, Function.text(arguments, 2), from, PatternMatch::captured);
    }

    private static int start(Varargs arguments, LuaString text) {
        return Math.max(1, StringFunctions.position(arguments.optint(3, 1), text.length())) - 1;
    }

    private static boolean isPlain(LuaString pattern) {
        return pattern.tojstring().chars().noneMatch(one -> SPECIAL.indexOf(one) >= 0);
    }

    /** What becomes of the first match. */
    private interface Result {

        Varargs of(PatternMatch match, int start, int end);
    }

    private Varargs searched(LuaString text, LuaString pattern, int from, Result result) {
        var bytes = Function.bytes(pattern);
        int anchor = bytes.length > 0 && bytes[0] == '^' ? 1 : 0;
        var match = new PatternMatch(Function.bytes(text), bytes, meter);
        meter.bytes(text.length());
        for (int start = from; start <= text.length(); start++) {
            meter.step();
            int end = match.from(start, anchor);
            if (end != PatternMatch.NONE) {
                return result.of(match, start, end);
            }
            if (anchor == 1) {
                break;
            }
        }
        return LuaValue.NIL;
    }

    LuaValue gmatch(Varargs arguments) {
        var text = Function.bytes(Function.text(arguments, 1));
        meter.bytes(text.length);
        var match = new PatternMatch(text, Function.bytes(Function.text(arguments, 2)), meter);
        var next = new int[] {0};
        return new Function(
                "gmatch",
                _ -> {
                    for (int start = next[0]; start <= text.length; start++) {
                        meter.step();
                        int end = match.from(start, 0);
                        if (end != PatternMatch.NONE) {
                            next[0] = end == start ? end + 1 : end;
                            return match.captured(start, end);
                        }
                    }
                    next[0] = text.length + 1;
                    return LuaValue.NIL;
                });
    }

    Varargs gsub(Varargs arguments) {
        var text = Function.bytes(Function.text(arguments, 1));
        var pattern = Function.bytes(Function.text(arguments, 2));
        var replacement = arguments.arg(3);
        int most = arguments.optint(4, Integer.MAX_VALUE);
        int anchor = pattern.length > 0 && pattern[0] == '^' ? 1 : 0;
        var match = new PatternMatch(text, pattern, meter);
        var made = new ByteArrayOutputStream();
        int at = 0;
        int count = 0;
        while (count < most) {
            meter.step();
            int end = match.from(at, anchor);
            if (end != PatternMatch.NONE) {
                count++;
                add(made, replaced(match, replacement, at, end));
            }
            if (end != PatternMatch.NONE && end > at) {
                at = end;
            } else if (at < text.length) {
                made.write(text[at++]);
            } else {
                break;
            }
            if (anchor == 1) {
                break;
            }
        }
        meter.bytes(text.length);
        if (at < text.length) {
            made.write(text, at, text.length - at);
        }
        return LuaValue.varargsOf(
                LuaString.valueUsing(made.toByteArray()), LuaValue.valueOf(count));
    }

    private void add(ByteArrayOutputStream made, byte[] text) {
        meter.bytes(2L * text.length);
        made.writeBytes(text);
    }

    private byte[] replaced(PatternMatch match, LuaValue replacement, int start, int end) {
        var value =
                switch (replacement) {
                    case LuaTable table -> table.get(match.capture(0, start, end));
                    case LuaString text -> expanded(match, text, start, end);
                    default ->
                            replacement.isfunction()
                                    ? replacement.invoke(match.captured(start, end)).arg1()
                                    : GlobalFunctions.tostring(replacement);
                };
        var kept = value.toboolean() ? value : match.whole(start, end);
        if (!kept.isstring()) {
            throw new LuaError("invalid replacement value (a %s)".formatted(value.typename()));
        }
        return Function.bytes(GlobalFunctions.tostring(kept).checkstring());
    }

    private LuaValue expanded(PatternMatch match, LuaString text, int start, int end) {
        var made = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            meter.step();
            int here = text.luaByte(i);
            if (here != '%' || i + 1 == text.length()) {
                made.write(here);
                continue;
            }
            int name = text.luaByte(++i);
            if (name == '0') {
                add(made, Function.bytes(match.whole(start, end)));
            } else if (name >= '1' && name <= '9') {
                var capture = GlobalFunctions.tostring(match.capture(name - '1', start, end));
                add(made, Function.bytes(capture.checkstring()));
            } else {
                made.write(name);
            }
        }
        return LuaString.valueUsing(made.toByteArray());
    }
}

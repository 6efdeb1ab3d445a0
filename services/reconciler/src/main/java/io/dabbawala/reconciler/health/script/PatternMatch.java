package io.dabbawala.reconciler.health.script;

import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * One pattern of Lua against one text (Lua 5.1 manual, 5.4.1). Every step is charged, so that a
 * pattern that tries everything ends like a loop that does.
 */
final class PatternMatch {

    static final int NONE = -1;

    private static final int CAPTURES = 32;
    private static final int DEPTH = 200;
    private static final int OPEN = -1;
    private static final int POSITION = -2;

    private final byte[] text;
    private final CharacterClass pattern;
    private final Meter meter;
    private final int[] starts = new int[CAPTURES];
    private final int[] lengths = new int[CAPTURES];
    private int captures;
    private int depth;

    PatternMatch(byte[] text, byte[] pattern, Meter meter) {
        this.text = text;
        this.pattern = new CharacterClass(pattern);
        this.meter = meter;
    }

    /** Where the match that starts here ends; {@link #NONE} if there is none. */
    int from(int start, int patternStart) {
        captures = 0;
        depth = 0;
        return match(start, patternStart);
    }

    /** What was captured by a match between these; the whole if nothing was. */
    Varargs captured(int start, int end) {
        if (captures == 0) {
            return part(start, end);
        }
        var values = new LuaValue[captures];
        for (int i = 0; i < captures; i++) {
            values[i] = capture(i, start, end);
        }
        return LuaValue.varargsOf(values);
    }

    /** Like {@link #captured}, but nothing where nothing was. */
    Varargs capturedOnly() {
        return captures == 0 ? LuaValue.NONE : captured(0, 0);
    }

    LuaValue capture(int index, int start, int end) {
        if (index >= captures) {
            if (index == 0) {
                return part(start, end);
            }
            throw new LuaError("invalid capture index");
        }
        return switch (lengths[index]) {
            case POSITION -> LuaValue.valueOf(starts[index] + 1);
            case OPEN -> throw new LuaError("unfinished capture");
            default -> part(starts[index], starts[index] + lengths[index]);
        };
    }

    LuaString whole(int start, int end) {
        return part(start, end);
    }

    private LuaString part(int start, int end) {
        meter.bytes(end - start);
        return LuaString.valueOf(text, start, end - start);
    }

    private int match(int at, int item) {
        if (++depth > DEPTH) {
            throw new LuaError("pattern too complex");
        }
        try {
            return matched(at, item);
        } finally {
            depth--;
        }
    }

    private int matched(int start, int first) {
        int at = start;
        int item = first;
        while (item < pattern.length()) {
            meter.step();
            var special = pattern.special(item);
            if (special != CharacterClass.Special.NONE) {
                return special(special, at, item);
            }
            int end = pattern.end(item);
            var fits = at < text.length && pattern.matches(text[at], item, end);
            switch (pattern.at(end)) {
                case '?' -> {
                    int rest = fits ? match(at + 1, end + 1) : NONE;
                    if (rest != NONE) {
                        return rest;
                    }
                    item = end + 1;
                }
                case '*' -> {
                    return most(at, item, end, 0);
                }
                case '+' -> {
                    return most(at, item, end, 1);
                }
                case '-' -> {
                    return fewest(at, item, end);
                }
                default -> {
                    if (!fits) {
                        return NONE;
                    }
                    at++;
                    item = end;
                }
            }
        }
        return at;
    }

    private int special(CharacterClass.Special special, int at, int item) {
        return switch (special) {
            case OPEN -> opened(at, item + 1, OPEN);
            case POSITION -> opened(at, item + 2, POSITION);
            case CLOSE -> closed(at, item + 1);
            case END -> at == text.length ? at : NONE;
            case BALANCE -> balanced(at, item);
            case FRONTIER -> frontier(at, item + 2);
            case REFERENCE -> referred(at, item);
            case NONE -> throw new IllegalStateException("no special item at " + item);
        };
    }

    private int most(int at, int item, int end, int least) {
        int count = 0;
        while (at + count < text.length && pattern.matches(text[at + count], item, end)) {
            meter.step();
            count++;
        }
        for (; count >= least; count--) {
            int rest = match(at + count, end + 1);
            if (rest != NONE) {
                return rest;
            }
        }
        return NONE;
    }

    private int fewest(int start, int item, int end) {
        for (int at = start; ; at++) {
            meter.step();
            int rest = match(at, end + 1);
            if (rest != NONE) {
                return rest;
            }
            if (at >= text.length || !pattern.matches(text[at], item, end)) {
                return NONE;
            }
        }
    }

    private int opened(int at, int item, int kind) {
        if (captures >= CAPTURES) {
            throw new LuaError("too many captures");
        }
        starts[captures] = at;
        lengths[captures] = kind;
        captures++;
        int rest = match(at, item);
        if (rest == NONE) {
            captures--;
        }
        return rest;
    }

    private int closed(int at, int item) {
        for (int i = captures - 1; i >= 0; i--) {
            if (lengths[i] == OPEN) {
                lengths[i] = at - starts[i];
                int rest = match(at, item);
                if (rest == NONE) {
                    lengths[i] = OPEN;
                }
                return rest;
            }
        }
        throw new LuaError("invalid pattern capture");
    }

    private int balanced(int at, int item) {
        int open = pattern.at(item + 2);
        int close = pattern.at(item + 3);
        if (close == CharacterClass.BEYOND) {
            throw new LuaError("unbalanced pattern");
        }
        int level = 0;
        for (int i = at; i < text.length; i++) {
            meter.step();
            int here = text[i] & 0xff;
            if (i == at && here != open) {
                return NONE;
            }
            if (here == close && i > at) {
                if (--level == 0) {
                    return match(i + 1, item + 4);
                }
            } else if (here == open) {
                level++;
            }
        }
        return NONE;
    }

    private int frontier(int at, int set) {
        if (pattern.at(set) != '[') {
            throw new LuaError("missing '[' after '%f' in pattern");
        }
        int end = pattern.end(set);
        var before = at == 0 ? 0 : text[at - 1];
        var here = at < text.length ? text[at] : 0;
        return !pattern.matches(before, set, end) && pattern.matches(here, set, end)
                ? match(at, end)
                : NONE;
    }

    private int referred(int at, int item) {
        int index = pattern.at(item + 1) - '1';
        if (index < 0 || index >= captures || lengths[index] < 0) {
            throw new LuaError("invalid capture index");
        }
        int length = lengths[index];
        for (int i = 0; i < length; i++) {
            meter.step();
            if (at + i >= text.length || text[at + i] != text[starts[index] + i]) {
                return NONE;
            }
        }
        return match(at + length, item + 2);
    }
}

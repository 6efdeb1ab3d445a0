package io.dabbawala.reconciler.health.script;

import org.luaj.vm2.LuaError;

/** The items of a pattern: which bytes each of them stands for, and where it ends. */
final class CharacterClass {

    static final int BEYOND = -1;

    /** Items that are no character. */
    enum Special {
        NONE,
        OPEN,
        POSITION,
        CLOSE,
        END,
        BALANCE,
        FRONTIER,
        REFERENCE
    }

    private final byte[] pattern;

    CharacterClass(byte[] pattern) {
        this.pattern = pattern;
    }

    int length() {
        return pattern.length;
    }

    int at(int index) {
        return index < pattern.length ? pattern[index] & 0xff : BEYOND;
    }

    Special special(int item) {
        return switch (at(item)) {
            case '(' -> at(item + 1) == ')' ? Special.POSITION : Special.OPEN;
            case ')' -> Special.CLOSE;
            case '$' -> item + 1 == pattern.length ? Special.END : Special.NONE;
            case '%' -> escaped(at(item + 1));
            default -> Special.NONE;
        };
    }

    private static Special escaped(int name) {
        return switch (name) {
            case 'b' -> Special.BALANCE;
            case 'f' -> Special.FRONTIER;
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> Special.REFERENCE;
            default -> Special.NONE;
        };
    }

    /** Where the item that starts here ends. */
    int end(int item) {
        return switch (at(item)) {
            case '%' -> {
                if (at(item + 1) == BEYOND) {
                    throw new LuaError("malformed pattern (ends with '%')");
                }
                yield item + 2;
            }
            case '[' -> setEnd(item);
            default -> item + 1;
        };
    }

    private int setEnd(int item) {
        int index = at(item + 1) == '^' ? item + 2 : item + 1;
        do {
            int here = at(index);
            if (here == BEYOND) {
                throw new LuaError("malformed pattern (missing ']')");
            }
            index += here == '%' ? 2 : 1;
        } while (at(index) != ']');
        return index + 1;
    }

    /** Whether the item between these stands for this byte. */
    boolean matches(byte value, int item, int end) {
        int here = value & 0xff;
        return switch (at(item)) {
            case '.' -> true;
            case '%' -> isOf(here, at(item + 1));
            case '[' -> isInSet(here, item + 1, end - 1);
            default -> at(item) == here;
        };
    }

    private boolean isInSet(int value, int from, int end) {
        var isNegated = at(from) == '^';
        int index = isNegated ? from + 1 : from;
        while (index < end) {
            if (at(index) == '%') {
                if (isOf(value, at(index + 1))) {
                    return !isNegated;
                }
                index += 2;
            } else if (at(index + 1) == '-' && index + 2 < end) {
                if (at(index) <= value && value <= at(index + 2)) {
                    return !isNegated;
                }
                index += 3;
            } else if (at(index) == value) {
                return !isNegated;
            } else {
                index++;
            }
        }
        return isNegated;
    }

    private static boolean isOf(int value, int name) {
        var fits =
                switch (Character.toLowerCase(name)) {
                    case 'a' -> isLetter(value);
                    case 'c' -> value < 32 || value == 127;
                    case 'd' -> isDigit(value);
                    case 'l' -> value >= 'a' && value <= 'z';
                    case 'p' -> isPunctuation(value);
                    case 's' -> value == ' ' || value >= '\t' && value <= '\r';
                    case 'u' -> value >= 'A' && value <= 'Z';
                    case 'w' -> isLetter(value) || isDigit(value);
                    case 'x' -> Character.digit(value, 16) >= 0 && value < 128;
                    case 'z' -> value == 0;
                    default -> {
                        yield value == name;
                    }
                };
        return Character.isUpperCase(name) && "acdlpsuwxz".indexOf(Character.toLowerCase(name)) >= 0
                ? !fits
                : fits;
    }

    private static boolean isLetter(int value) {
        return value >= 'a' && value <= 'z' || value >= 'A' && value <= 'Z';
    }

    private static boolean isDigit(int value) {
        return value >= '0' && value <= '9';
    }

    private static boolean isPunctuation(int value) {
        return value > ' ' && value < 127 && !isLetter(value) && !isDigit(value);
    }
}

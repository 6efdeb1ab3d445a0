package io.dabbawala.gitwatcher.generate.parameter;

import java.math.BigInteger;
import java.util.Comparator;

/** Keys as Go's YAML sorts them: numbers within text by value, so a2 comes before a10. */
enum NaturalOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String left, String right) {
        var afterDigit = false;
        for (int i = 0; i < Math.min(left.length(), right.length()); i++) {
            var a = left.charAt(i);
            var b = right.charAt(i);
            if (a == b) {
                afterDigit = Character.isDigit(a);
                continue;
            }
            var isLetter = Character.isLetter(a);
            if (isLetter && Character.isLetter(b)) {
                return Character.compare(a, b);
            }
            if (isLetter || Character.isLetter(b)) {
                return isLetter == afterDigit ? -1 : 1;
            }
            return numbers(left, right, i);
        }
        return Integer.compare(left.length(), right.length());
    }

    private static int numbers(String left, String right, int at) {
        var a = digits(left, at);
        var b = digits(right, at);
        var isFraction = (left.charAt(at) == '0' || right.charAt(at) == '0') && hasNumber(left, at);
        var first = (isFraction ? "1" : "") + a;
        var second = (isFraction ? "1" : "") + b;
        var values = value(first).compareTo(value(second));
        if (values != 0) {
            return values;
        }
        var lengths = Integer.compare(a.length(), b.length());
        return lengths != 0 ? lengths : Character.compare(left.charAt(at), right.charAt(at));
    }

    private static boolean hasNumber(String text, int at) {
        for (int i = at - 1; i >= 0 && Character.isDigit(text.charAt(i)); i--) {
            if (text.charAt(i) != '0') {
                return true;
            }
        }
        return false;
    }

    private static String digits(String text, int at) {
        int end = at;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end);
    }

    private static BigInteger value(String digits) {
        return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
    }
}

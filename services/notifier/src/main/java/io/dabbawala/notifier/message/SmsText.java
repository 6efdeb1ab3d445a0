package io.dabbawala.notifier.message;

import java.text.Normalizer;
import java.util.Map;

/**
 * The news in one SMS: at most 160 characters of the GSM 03.38 alphabet, so that it is sent as one
 * segment. Characters of its extension table count twice.
 */
public final class SmsText {

    private static final int MOST = 160;
    private static final String ELLIPSIS = "...";
    private static final String BASIC =
            "@\u00a3$\u00a5\u00e8\u00e9\u00f9\u00ec\u00f2\u00c7\n\u00d8\u00f8\r\u00c5\u00e5\u0394_\u03a6\u0393\u039b\u03a9\u03a0\u03a8"
                    + "\u03a3\u0398\u039e\u00c6\u00e6\u00df\u00c9 !\"#\u00a4%&'()*+,-./0123456789:;<=>?\u00a1"
                    + "ABCDEFGHIJKLMNOPQRSTUVWXYZ\u00c4\u00d6\u00d1\u00dc\u00a7\u00bf"
                    + "abcdefghijklmnopqrstuvwxyz\u00e4\u00f6\u00f1\u00fc\u00e0";
    private static final String EXTENDED = "^{}\\[~]|\u20ac";
    private static final Map<Integer, String> PLAIN =
            Map.of(
                    0x2018, "'", 0x2019, "'", 0x201c, "\"", 0x201d, "\"", 0x2013, "-", 0x2014, "-",
                    0x2026, "...", 0x2192, "->", (int) '`', "'");

    public static String of(News news) {
        return of(Account.of(news.happening()).line());
    }

    static String of(String line) {
        var text = new StringBuilder();
        line.codePoints().mapToObj(SmsText::known).forEach(text::append);
        return length(text) <= MOST ? text.toString() : cut(text) + ELLIPSIS;
    }

    private static String known(int character) {
        var text = Character.toString(character);
        if (isKnown(text)) {
            return text;
        }
        var base = Normalizer.normalize(text, Normalizer.Form.NFD).substring(0, 1);
        return PLAIN.getOrDefault(character, isKnown(base) ? base : "?");
    }

    private static boolean isKnown(String text) {
        return BASIC.contains(text) || EXTENDED.contains(text);
    }

    private static String cut(CharSequence text) {
        var end = 0;
        for (int room = MOST - ELLIPSIS.length(); end < text.length(); end++) {
            room -= width(text.charAt(end));
            if (room < 0) {
                break;
            }
        }
        return text.subSequence(0, end).toString();
    }

    private static int length(CharSequence text) {
        return text.chars().map(SmsText::width).sum();
    }

    private static int width(int character) {
        return EXTENDED.indexOf(character) < 0 ? 1 : 2;
    }

    private SmsText() {}
}

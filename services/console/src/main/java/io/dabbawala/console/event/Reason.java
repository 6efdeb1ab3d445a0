package io.dabbawala.console.event;

import java.util.Locale;

/** A reason as it travels: an upper-snake code, then free text. */
public record Reason(String code, String text) {

    /** A person refused what the gate held. */
    public static final String REJECTED = "REJECTED";

    private static final String CODED = "[A-Z][A-Z0-9_]*(: .*)?";

    /** Splits what was written; a reason without a code gets this one. */
    public static Reason of(String written, String fallbackCode) {
        var text = written.strip();
        if (!text.lines().findFirst().orElse("").matches(CODED)) {
            return new Reason(fallbackCode, text);
        }
        var end = text.indexOf(": ");
        return end < 0
                ? new Reason(text, "")
                : new Reason(text.substring(0, end), text.substring(end + 2));
    }

    /** The free text; a bare code is said in lower case. */
    public static String said(String written) {
        var reason = of(written, "");
        return reason.text().isEmpty()
                ? reason.code().toLowerCase(Locale.ROOT).replace('_', ' ')
                : reason.text();
    }
}

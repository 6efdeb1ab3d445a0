package io.dabbawala.reconciler.health.script;

import java.util.regex.Pattern;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;

/** How failures are told: as Argo CD's Lua does, with the line. */
final class Failure {

    static final String CHUNK = "<string>";

    private static final Pattern POSITION = Pattern.compile("^@?<string>:(\\d+):? ");

    /** What a script gave to {@code error}. */
    static final class Raised extends LuaError {

        private static final long serialVersionUID = 1;

        Raised(LuaValue value) {
            super(value);
        }
    }

    static String told(LuaError e, Meter meter) {
        return GlobalFunctions.shown(value(e, meter));
    }

    /** What a script that catches it is given. */
    static LuaValue value(LuaError e, Meter meter) {
        var mistake = meter.mistake();
        if (e instanceof Raised) {
            return e.getMessageObject();
        }
        var text = String.valueOf(e.getMessage()).strip();
        var position = POSITION.matcher(text);
        var line = position.find() ? position.group(1) : String.valueOf(meter.line());
        return LuaValue.valueOf(
                "%s:%s: %s".formatted(CHUNK, line, mistake.orElse(position.replaceFirst(""))));
    }

    /** Of text that is no script. */
    static String ofText(LuaError e) {
        return POSITION.matcher(String.valueOf(e.getMessage()).strip())
                .replaceFirst(CHUNK + ":$1: ");
    }

    private Failure() {}
}

package io.dabbawala.reconciler.health.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.reconciler.health.Health;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;
import org.luaj.vm2.compiler.LuaC;

/**
 * One script, compiled. It may be run by many threads at once; no run knows anything of another.
 */
public sealed interface LuaScript {

    /** How the object is, at this time; empty: no opinion. */
    Optional<Health> judge(Map<String, Object> object, Instant now);

    /** Compiles a script; one that is no Lua judges every object as unknown, with the reason. */
    static LuaScript of(String text) {
        try {
            var source = new ByteArrayInputStream(text.getBytes(UTF_8));
            return new Compiled(LuaC.instance.compile(source, "@" + Failure.CHUNK));
        } catch (LuaError e) {
            return new Broken(Failure.told(e));
        } catch (IOException e) {
            throw new IllegalStateException("text in memory cannot be read", e);
        } catch (StackOverflowError _) {
            return new Broken("the script is nested too deeply");
        }
    }

    /** Runs. */
    record Compiled(Prototype prototype) implements LuaScript {

        @Override
        public Optional<Health> judge(Map<String, Object> object, Instant now) {
            var run = new Sandbox(now);
            run.globals().set("obj", new Trees(run.meter()).value(object));
            try {
                return Judgement.of(
                        run.call(new LuaClosure(prototype, run.globals())), run.meter());
            } catch (LuaError e) {
                return Optional.of(Health.unknown(Failure.told(e)));
            } catch (Exhausted e) {
                return Optional.of(
                        Health.unknown(
                                "%s:%d: %s"
                                        .formatted(Failure.CHUNK, run.meter().line(), e.reason())));
            } catch (StackOverflowError _) {
                return Optional.of(Health.unknown(Failure.CHUNK + ": stack overflow"));
            }
        }
    }

    /** Is no Lua. */
    record Broken(String reason) implements LuaScript {

        @Override
        public Optional<Health> judge(Map<String, Object> object, Instant now) {
            return Optional.of(Health.unknown(reason));
        }
    }

    /** How failures are told: as Lua does, with the line. */
    final class Failure {

        static final String CHUNK = "<string>";

        private static final Pattern POSITION = Pattern.compile("^@?(<string>:\\d+):? ");

        static String told(LuaError e) {
            var value = value(e);
            return value.isstring()
                    ? value.tojstring()
                    : "(error object is a %s value)".formatted(value.typename());
        }

        /** What the script gave to {@code error}, or the text with its place. */
        static LuaValue value(LuaError e) {
            var value = e.getMessageObject();
            if (value == null) {
                return LuaValue.NIL;
            }
            return value instanceof LuaString text
                    ? LuaValue.valueOf(
                            POSITION.matcher(text.tojstring().strip()).replaceFirst("$1: "))
                    : value;
        }

        private Failure() {}
    }
}

package io.dabbawala.reconciler.health.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.reconciler.health.Health;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaError;
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
            return new Broken(Failure.ofText(e));
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
                return Optional.of(Health.unknown(Failure.told(e, run.meter())));
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
}

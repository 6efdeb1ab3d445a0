package io.dabbawala.reconciler.hook;

import java.util.Map;

/** Whose annotations make an object a hook. */
public enum HookReading {
    /** Those of Argo CD and Helm. */
    ARGO,
    /** Nobody's: to Flux an object with such an annotation is an object like any other. */
    FLUX;

    private static final HookRole PLAIN = new HookRole.Plain();

    public HookRole of(Map<String, Object> content) {
        return switch (this) {
            case ARGO -> HookRole.of(content);
            case FLUX -> PLAIN;
        };
    }

    /** Whether it is a part of the state. */
    public boolean isPlain(Map<String, Object> content) {
        return of(content) instanceof HookRole.Plain;
    }
}

package io.dabbawala.gitwatcher.generate.parameter;

import io.dabbawala.gitwatcher.template.function.TemplateFailed;

/** Carries the reason out of the depth of a generator. */
public final class CannotGenerate extends Exception {

    private static final long serialVersionUID = 1L;

    public CannotGenerate(String reason) {
        super(reason);
    }

    public CannotGenerate(String what, TemplateFailed cause) {
        super(what + ": " + cause.getMessage(), cause);
    }

    public CannotGenerate within(String what) {
        return new CannotGenerate(what + ": " + getMessage());
    }
}

package io.dabbawala.gitwatcher.template.function;

/** What one run of a template may cost. Each refusal names its limit. */
public final class Budget {

    static final int STEPS = 1_000_000;
    public static final int DEPTH = 100;
    static final int CHARACTERS = 8 << 20;

    private int steps;
    private long characters;

    public void step() throws TemplateFailed {
        if (++steps > STEPS) {
            throw new TemplateFailed("a template of more than %d steps".formatted(STEPS));
        }
    }

    /** Room for text or list items that are about to be made. */
    public void take(long more) throws TemplateFailed {
        characters += Math.max(0, more);
        if (characters > CHARACTERS) {
            throw new TemplateFailed(
                    "a template that makes more than %d characters".formatted(CHARACTERS));
        }
    }
}

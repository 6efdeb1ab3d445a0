package io.dabbawala.gitwatcher.template.function;

/** A template that cannot be read or carried out; the message is worded as Go words it. */
public final class TemplateFailed extends Exception {

    private static final long serialVersionUID = 1L;

    public TemplateFailed(String message) {
        super(message);
    }

    public TemplateFailed(String message, TemplateFailed cause) {
        super(message, cause);
    }
}

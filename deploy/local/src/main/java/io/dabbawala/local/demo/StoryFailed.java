package io.dabbawala.local.demo;

/** A step of the story did not happen. */
public final class StoryFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoryFailed(String message) {
        super(message);
    }
}

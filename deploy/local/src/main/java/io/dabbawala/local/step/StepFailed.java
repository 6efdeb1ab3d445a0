package io.dabbawala.local.step;

import java.util.function.Supplier;

/** Something that had to happen did not. */
public final class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param expected completes "Expected ...", such as {@code the broker to answer within 90 s}
     * @param seen what was there instead
     */
    public StepFailed(String expected, String seen) {
        super(sentence(expected, seen));
    }

    private StepFailed(RuntimeException cause, String message) {
        super(message, cause);
    }

    /** Takes the step; whatever goes wrong in it and does not say what was expected, says this. */
    public static <T> T expecting(String expected, Supplier<T> step) {
        try {
            return step.get();
        } catch (StepFailed e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StepFailed(e, sentence(expected, told(e)));
        }
    }

    public static void expecting(String expected, Runnable step) {
        expecting(
                expected,
                () -> {
                    step.run();
                    return true;
                });
    }

    /** The same, and one thing more that was seen. */
    public StepFailed and(String seen) {
        return new StepFailed(this, "%s%n%s".formatted(getMessage(), seen));
    }

    private static String sentence(String expected, String seen) {
        return "Expected %s.%nSeen: %s".formatted(expected, seen);
    }

    /** What it says, and what its causes say that is not in there yet. */
    private static String told(Throwable failure) {
        var said = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        if (failure.getCause() == null) {
            return said;
        }
        var why = told(failure.getCause());
        return said.contains(why) ? said : said + ": " + why;
    }
}

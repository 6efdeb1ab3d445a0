package io.dabbawala.gitwatcher.render;

/** Carries a problem out of the depth of a file. */
public final class UnreadableSource extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public UnreadableSource(Problem problem) {
        super(problem.reason());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}

package dev.drover.cli.client;

import dev.drover.api.problem.Problem;

/** A controller answered with a problem. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedException(Problem problem) {
        super(problem.title() + ": " + problem.detail());
        this.problem = problem;
    }

    /** What it said. */
    public Problem problem() {
        return problem;
    }
}

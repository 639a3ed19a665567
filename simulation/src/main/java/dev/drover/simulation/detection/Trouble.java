package dev.drover.simulation.detection;

/**
 * What is wrong with the region under trial from one moment on.
 *
 * @param kind of trouble
 * @param ratio which part of its answers fails, 0 to 1; of SLOW the factor by which answers take longer
 */
record Trouble(Kind kind, double ratio) {

    /** The kinds. */
    enum Kind {
        /** Answers fail at once, all of them or a part. */
        FAILING,
        /** Nothing is ever answered. */
        BLACK_HOLE,
        /** Answers are late. */
        SLOW
    }

    static final Trouble NONE = failing(0);
    static final Trouble BLACK_HOLE = new Trouble(Kind.BLACK_HOLE, 1);

    static Trouble failing(double ratio) {
        return new Trouble(Kind.FAILING, ratio);
    }

    static Trouble slow(double factor) {
        return new Trouble(Kind.SLOW, factor);
    }
}

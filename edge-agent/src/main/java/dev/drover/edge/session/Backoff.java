package dev.drover.edge.session;

import java.util.random.RandomGenerator;

/**
 * How long an agent waits before it calls a controller again: full jitter, so that a fleet whose controller restarted
 * does not come back as one.
 *
 * <p>The wait is even between 0 and a ceiling that doubles with each attempt from {@link #FIRST_MILLIS} to
 * {@link #MOST_MILLIS}; a session that lasted sets it back.
 */
public final class Backoff {

    /** The ceiling of the first wait. */
    public static final long FIRST_MILLIS = 500;
    /** The ceiling of all waits. */
    public static final long MOST_MILLIS = 30_000;
    /** How long a session must have been up to count as a good one. */
    public static final long LASTED_MILLIS = 10_000;
    /** The longest wait that a controller's goodbye can ask for. */
    public static final long ASKED_MOST_MILLIS = 60_000;

    private final RandomGenerator random;
    private long ceilingMillis = FIRST_MILLIS;
    private long askedMillis;

    /** Nothing has been tried so far. */
    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** The controller asked to be left alone for that long; counts for the next wait only. */
    public void asked(long millis) {
        askedMillis = Math.max(0, Math.min(ASKED_MOST_MILLIS, millis));
    }

    /** A session was up for that long. */
    public void lasted(long millis) {
        if (millis >= LASTED_MILLIS) {
            ceilingMillis = FIRST_MILLIS;
        }
    }

    /** The next wait, in ms; at least 1. */
    public long nextMillis() {
        long wait = askedMillis + 1 + (long) (random.nextDouble() * ceilingMillis);
        askedMillis = 0;
        ceilingMillis = Math.min(MOST_MILLIS, ceilingMillis * 2);
        return wait;
    }
}

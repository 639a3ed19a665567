package dev.drover.controller.election.zookeeper;

/**
 * Judges how long a candidate's node has been missing. Confined to the election's thread; times are {@code nanoTime}'s.
 */
final class LatchWatchdog {

    /** How often a new latch is tried before giving up. */
    static final int TRIES = 3;

    /** What to do about a missing node. */
    enum Advice {
        WAIT,
        RENEW,
        GIVE_UP
    }

    private final long patienceNanos;
    private long aliveNanos;
    private int tries;

    LatchWatchdog(long patienceMillis) {
        this.patienceNanos = patienceMillis * 1_000_000;
    }

    /** A new candidacy begins. */
    void joined(long nowNanos) {
        aliveNanos = nowNanos;
        tries = 0;
    }

    /** The node is there. */
    void seen(long nowNanos) {
        joined(nowNanos);
    }

    /** It cannot be known, as there is no connection: patience begins anew when there is. */
    void cutOff(long nowNanos) {
        aliveNanos = nowNanos;
    }

    /** The node is missing. */
    Advice missing(long nowNanos) {
        if (nowNanos - aliveNanos <= patienceNanos) {
            return Advice.WAIT;
        }
        aliveNanos = nowNanos;
        tries++;
        return tries <= TRIES ? Advice.RENEW : Advice.GIVE_UP;
    }
}

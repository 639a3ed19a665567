package dev.drover.controller.session;

import java.time.Duration;

/** How much an agent may say: a burst is forgiven, an excess is dropped, and one that lasts ends the session. */
final class FloodGate {

    /** What becomes of a message. */
    enum Passage {
        /** It is read. */
        OPEN,
        /** It is dropped. */
        DROP,
        /** It is dropped, and the session with it. */
        CLOSE
    }

    /** Messages that an agent may say each second: a report, an answer to a policy, and room. */
    static final int MESSAGES_PER_SECOND = 5;
    /** Messages that it may say at once: a view of each of several regions turns. */
    static final int BURST = 20;
    /** For how long messages may be dropped before the session ends. */
    static final Duration PATIENCE = Duration.ofSeconds(10);
    /** After so long without a dropped message the excess counts as over. */
    static final Duration CALM = Duration.ofSeconds(2);

    private final TokenBucket bucket;
    private boolean excess;
    private long excessSinceNanos;
    private long lastDropNanos;

    FloodGate(long nowNanos) {
        this.bucket = new TokenBucket(MESSAGES_PER_SECOND, BURST, nowNanos);
    }

    /** One more message. */
    Passage pass(long nowNanos) {
        if (bucket.take(nowNanos)) {
            return Passage.OPEN;
        }
        if (!excess || nowNanos - lastDropNanos > CALM.toNanos()) {
            excess = true;
            excessSinceNanos = nowNanos;
        }
        lastDropNanos = nowNanos;
        return nowNanos - excessSinceNanos >= PATIENCE.toNanos() ? Passage.CLOSE : Passage.DROP;
    }
}

package dev.drover.controller.session;

/** Lets so many through in a second on average, and so many at once. */
final class TokenBucket {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final long nanosPerToken;
    private final long fullNanos;
    private long creditNanos;
    private long updatedNanos;

    /** A full bucket of {@code burst} tokens that gains {@code perSecond} of them each second. */
    TokenBucket(int perSecond, int burst, long nowNanos) {
        this.nanosPerToken = NANOS_PER_SECOND / perSecond;
        this.fullNanos = burst * nanosPerToken;
        this.creditNanos = fullNanos;
        this.updatedNanos = nowNanos;
    }

    /** Takes a token if there is one. */
    boolean take(long nowNanos) {
        long gained = Math.max(0, nowNanos - updatedNanos);
        creditNanos = Math.min(fullNanos, creditNanos + Math.min(gained, fullNanos));
        updatedNanos = nowNanos;
        if (creditNanos < nanosPerToken) {
            return false;
        }
        creditNanos -= nanosPerToken;
        return true;
    }
}

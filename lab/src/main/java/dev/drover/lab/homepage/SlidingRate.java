package dev.drover.lab.homepage;

import java.util.Arrays;

/** How many events a second there were lately. Pure: time is an argument, in nanoseconds of a monotonic clock. */
final class SlidingRate {

    private static final long BUCKET_NANOS = 100_000_000;
    private static final int BUCKETS = 30;

    private final long startNanos;
    private final long[] counts = new long[BUCKETS];
    private long newest;

    SlidingRate(long startNanos) {
        this.startNanos = startNanos;
    }

    void count(long nowNanos) {
        slideTo(nowNanos);
        counts[(int) (newest % BUCKETS)]++;
    }

    /** Events per second over the last three seconds, or since the start if that is less. */
    double perSecond(long nowNanos) {
        slideTo(nowNanos);
        long sinceStart = nowNanos - startNanos;
        long oldestEdge = Math.max(0, newest - BUCKETS + 1) * BUCKET_NANOS;
        double seconds = Math.max(BUCKET_NANOS, sinceStart - oldestEdge) / 1e9;
        return Arrays.stream(counts).sum() / seconds;
    }

    private void slideTo(long nowNanos) {
        long bucket = Math.max(newest, (nowNanos - startNanos) / BUCKET_NANOS);
        long stale = Math.min(bucket - newest, BUCKETS);
        for (long i = 0; i < stale; i++) {
            counts[(int) ((bucket - i) % BUCKETS)] = 0;
        }
        newest = bucket;
    }
}

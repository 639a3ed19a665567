package dev.drover.decision.observe;

import java.time.Duration;
import java.time.Instant;

/**
 * A piece of time up to a moment, cut into blocks of the same size. Its bounds are those of the buckets in which
 * observations are kept: half seconds.
 *
 * @param blocks how many, 1 or more; the newest is block 0
 * @param bucketsPerBlock how long each is, in buckets
 * @param lastBucket the newest bucket that counts
 */
public record Window(int blocks, int bucketsPerBlock, long lastBucket) {

    /** In which pieces reports are folded: half of what lies between two of them. */
    static final Duration BUCKET = Duration.ofMillis(500);

    /** The last {@code blocks} blocks of that size, the newest ending {@code now}. */
    public static Window last(int blocks, Duration size, Instant now) {
        long buckets = Math.max(1, (size.toMillis() + BUCKET.toMillis() - 1) / BUCKET.toMillis());
        return new Window(blocks, (int) Math.min(History.KEPT_BUCKETS, buckets), bucketOf(now));
    }

    /** One block of that size. */
    public static Window last(Duration size, Instant now) {
        return last(1, size, now);
    }

    /** The buckets after one moment up to another, as one block. */
    public static Window between(Instant from, Instant to) {
        long buckets = Math.max(0, bucketOf(to) - bucketOf(from));
        return new Window(1, (int) Math.min(History.KEPT_BUCKETS, buckets), bucketOf(to));
    }

    /**
     * The buckets that were under way at one moment and are over at another, as one block. What is counted piece by piece
     * must be counted so: a report may still come into the bucket that is under way.
     */
    public static Window over(Instant from, Instant to) {
        long buckets = Math.max(0, bucketOf(to) - bucketOf(from));
        return new Window(1, (int) Math.min(History.KEPT_BUCKETS, buckets), bucketOf(to) - 1);
    }

    /** The same piece of time in one block. */
    public Window asOne() {
        return blocks == 1 ? this : new Window(1, blocks * bucketsPerBlock, lastBucket);
    }

    static long bucketOf(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), BUCKET.toMillis());
    }

    /** The newest bucket that is older than a block; that of block -1 is the newest that counts. */
    long bucketBefore(int block) {
        return lastBucket - (long) (block + 1) * bucketsPerBlock;
    }
}

package dev.drover.decision.observe;

import dev.drover.api.verdict.Tally;
import java.util.function.LongUnaryOperator;

/** How many answers there were in each block of a window, and how many of them were bad. */
public final class Tallies {

    private final long[] counts;
    private final long[] bad;

    /** None so far. */
    public Tallies(int blocks) {
        counts = new long[blocks];
        bad = new long[blocks];
    }

    /**
     * Adds those of an agent.
     *
     * @param all how many answers it had up to a bucket
     * @param worse how many of them were bad
     */
    void add(LongUnaryOperator all, LongUnaryOperator worse, Window window) {
        long allTo = all.applyAsLong(window.bucketBefore(-1));
        long worseTo = worse.applyAsLong(window.bucketBefore(-1));
        for (int block = 0; block < counts.length; block++) {
            long allFrom = all.applyAsLong(window.bucketBefore(block));
            long worseFrom = worse.applyAsLong(window.bucketBefore(block));
            counts[block] = Tally.sum(counts[block], allTo - allFrom);
            bad[block] = Tally.sum(bad[block], worseTo - worseFrom);
            allTo = allFrom;
            worseTo = worseFrom;
        }
    }

    /** Adds those of another edge, block by block. */
    public void add(Tallies other) {
        for (int block = 0; block < counts.length; block++) {
            counts[block] = Tally.sum(counts[block], other.counts[block]);
            bad[block] = Tally.sum(bad[block], other.bad[block]);
        }
    }

    /** One block; 0 is the newest. */
    public Tally of(int block) {
        return new Tally(counts[block], bad[block]);
    }

    /** All of them together. */
    public Tally total() {
        Tally total = Tally.NONE;
        for (int block = 0; block < counts.length; block++) {
            total = total.plus(of(block));
        }
        return total;
    }
}

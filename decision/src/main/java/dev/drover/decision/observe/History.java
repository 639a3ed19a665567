package dev.drover.decision.observe;

import dev.drover.api.verdict.Tally;
import java.util.Arrays;

/**
 * What one agent counted of one region over the last two minutes, as running totals by bucket: the count of any window
 * is the difference of two of them. Immutable; a report copies the chunk that it falls into and shares the rest.
 */
final class History {

    /** Two minutes, the longest window of the judge, and some more. */
    static final int KEPT_BUCKETS = 256;

    private static final int CHUNK_BUCKETS = 8;
    private static final int CHUNKS = KEPT_BUCKETS / CHUNK_BUCKETS;
    private static final int CHUNK_CELLS = CHUNK_BUCKETS * Column.COUNT;
    private static final long[] UNWRITTEN = new long[CHUNK_CELLS];

    private final long newest;
    private final long[][] chunks;

    private History(long newest, long[][] chunks) {
        this.newest = newest;
        this.chunks = chunks;
    }

    /** Nothing counted until then. */
    static History blank(long bucket) {
        long[][] chunks = new long[CHUNKS][];
        Arrays.fill(chunks, UNWRITTEN);
        return new History(bucket, chunks);
    }

    /**
     * With so much more in a bucket.
     *
     * @param bucket the newest, or a later one; an older one counts as the newest
     * @param counts one for each {@link Column}
     */
    History plus(long bucket, long[] counts) {
        long[][] next = chunks.clone();
        long last = Math.max(bucket, newest);
        long first = Math.max(newest, last - KEPT_BUCKETS + 1);
        long[] totals = row(newest);
        for (long each = first; each <= last; each++) {
            int chunk = chunkOf(each);
            if (each == first || each % CHUNK_BUCKETS == 0) {
                next[chunk] = next[chunk].clone();
            }
            System.arraycopy(totals, 0, next[chunk], cellOf(each), Column.COUNT);
        }
        for (int column = 0; column < Column.COUNT; column++) {
            next[chunkOf(last)][cellOf(last) + column] += counts[column];
        }
        return new History(last, next);
    }

    /** The total of a column up to the end of a bucket; 0 before the first report, the oldest kept before that. */
    long upTo(long bucket, Column column) {
        long kept = kept(bucket);
        return chunks[chunkOf(kept)][cellOf(kept) + column.cell];
    }

    /** Adds what was counted after one bucket up to the end of another, column by column; sums that do not fit stay. */
    void addTo(long[] sums, long after, long upTo) {
        long from = kept(after);
        long to = kept(upTo);
        long[] before = chunks[chunkOf(from)];
        long[] then = chunks[chunkOf(to)];
        int fromCell = cellOf(from);
        int toCell = cellOf(to);
        for (int column = 0; column < Column.COUNT; column++) {
            sums[column] = Tally.sum(sums[column], then[toCell + column] - before[fromCell + column]);
        }
    }

    private long kept(long bucket) {
        return Math.min(newest, Math.max(bucket, newest - KEPT_BUCKETS + 1));
    }

    private long[] row(long bucket) {
        long[] row = new long[Column.COUNT];
        System.arraycopy(chunks[chunkOf(bucket)], cellOf(bucket), row, 0, Column.COUNT);
        return row;
    }

    private static int chunkOf(long bucket) {
        return Math.floorMod(Math.floorDiv(bucket, CHUNK_BUCKETS), CHUNKS);
    }

    private static int cellOf(long bucket) {
        return Math.floorMod(bucket, CHUNK_BUCKETS) * Column.COUNT;
    }
}

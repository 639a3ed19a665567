package dev.drover.decision.observe;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.verdict.Tally;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What one agent counted of its regions over the last two minutes, as running totals by bucket: the count of any window
 * is the difference of two rows. All regions lie in one row, so that a look at all of them reads memory in order.
 *
 * <p>Immutable; a report copies the chunk of rows that it falls into and shares the rest.
 */
final class History {

    /** Two minutes, the longest window of the judge, and some more. */
    static final int KEPT_BUCKETS = 256;

    private static final int CHUNK_BUCKETS = 8;
    private static final int CHUNKS = KEPT_BUCKETS / CHUNK_BUCKETS;

    private final List<RegionId> regions;
    private final long newest;
    private final long[][] chunks;

    private History(List<RegionId> regions, long newest, long[][] chunks) {
        this.regions = regions;
        this.newest = newest;
        this.chunks = chunks;
    }

    /**
     * Nothing counted until then.
     *
     * @param regions in the order of their names
     */
    static History blank(List<RegionId> regions, long bucket) {
        long[][] chunks = new long[CHUNKS][];
        Arrays.fill(chunks, new long[CHUNK_BUCKETS * cells(regions)]);
        return new History(List.copyOf(regions), bucket, chunks);
    }

    List<RegionId> regions() {
        return regions;
    }

    /** The place of a region; negative if nothing was counted of it. */
    int placeOf(RegionId region) {
        return Collections.binarySearch(regions, region);
    }

    /** Of these regions; what was counted of others is forgotten, and of new ones nothing was counted. */
    History of(List<RegionId> others) {
        if (others.equals(regions)) {
            return this;
        }
        History next = new History(List.copyOf(others), newest, new long[CHUNKS][CHUNK_BUCKETS * cells(others)]);
        for (int place = 0; place < others.size(); place++) {
            int known = placeOf(others.get(place));
            for (long bucket = newest - KEPT_BUCKETS + 1; known >= 0 && bucket <= newest; bucket++) {
                System.arraycopy(
                        chunks[chunkOf(bucket)],
                        cellOf(bucket) + known * Column.COUNT,
                        next.chunks[chunkOf(bucket)],
                        next.cellOf(bucket) + place * Column.COUNT,
                        Column.COUNT);
            }
        }
        return next;
    }

    private static int cells(List<RegionId> regions) {
        return regions.size() * Column.COUNT;
    }

    /**
     * With so much more in a bucket.
     *
     * @param bucket the newest, or a later one; an older one counts as the newest
     * @param counts one for each {@link Column} of each region
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
            System.arraycopy(totals, 0, next[chunk], cellOf(each), totals.length);
        }
        for (int cell = 0; cell < counts.length; cell++) {
            next[chunkOf(last)][cellOf(last) + cell] += counts[cell];
        }
        return new History(regions, last, next);
    }

    /** The total of a column up to the end of a bucket; 0 before the first report, the oldest kept before that. */
    long upTo(long bucket, int place, Column column) {
        long kept = kept(bucket);
        return chunks[chunkOf(kept)][cellOf(kept) + place * Column.COUNT + column.cell];
    }

    /** What was counted after one bucket up to the end of another, one for each column of each region. */
    void addTo(long[] sums, long after, long upTo) {
        long from = kept(after);
        long to = kept(upTo);
        long[] before = chunks[chunkOf(from)];
        long[] then = chunks[chunkOf(to)];
        int fromCell = cellOf(from);
        int toCell = cellOf(to);
        for (int cell = 0; cell < sums.length; cell++) {
            sums[cell] = Tally.sum(sums[cell], then[toCell + cell] - before[fromCell + cell]);
        }
    }

    private long kept(long bucket) {
        return Math.min(newest, Math.max(bucket, newest - KEPT_BUCKETS + 1));
    }

    private long[] row(long bucket) {
        int cell = cellOf(bucket);
        return Arrays.copyOfRange(chunks[chunkOf(bucket)], cell, cell + cells(regions));
    }

    private static int chunkOf(long bucket) {
        return Math.floorMod(Math.floorDiv(bucket, CHUNK_BUCKETS), CHUNKS);
    }

    private int cellOf(long bucket) {
        return Math.floorMod(bucket, CHUNK_BUCKETS) * cells(regions);
    }
}

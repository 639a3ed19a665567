package dev.drover.edge.view;

import dev.drover.api.settings.ViewSettings;
import java.time.Duration;
import java.util.Arrays;

/**
 * How users' requests to a region ended lately, in buckets of 100 ms, the one that has just begun among them: never more
 * than the window is looked at, so that what was well before a failure is forgotten soonest.
 */
final class RequestWindow {

    private static final long BUCKET_NANOS = Duration.ofMillis(100).toNanos();
    /** By how many standard deviations the bound lies under the ratio: 14 failures of 14 give 0.61. */
    private static final double Z = 3;

    private final int buckets;
    private final long[] ids;
    private final long[] counts;
    private final long[] failures;

    RequestWindow(Duration window) {
        buckets = bucketsOf(window);
        ids = new long[buckets];
        counts = new long[buckets];
        failures = new long[buckets];
        Arrays.fill(ids, Long.MIN_VALUE);
    }

    boolean covers(Duration window) {
        return buckets == bucketsOf(window);
    }

    private static int bucketsOf(Duration window) {
        return (int) Math.max(1, window.toNanos() / BUCKET_NANOS);
    }

    void succeeded(long nanos) {
        counts[at(nanos)]++;
    }

    void failed(long nanos) {
        int at = at(nanos);
        counts[at]++;
        failures[at]++;
    }

    /** Takes back a failure that was counted then, if that bucket is still there. */
    void forgive(long countedNanos) {
        long id = Math.floorDiv(countedNanos, BUCKET_NANOS);
        int at = (int) Math.floorMod(id, (long) buckets);
        if (ids[at] == id && failures[at] > 0) {
            failures[at]--;
        }
    }

    boolean isLost(long nanos, ViewSettings settings) {
        long failed = sum(failures, nanos);
        return failed >= settings.requestFailures()
                && Wilson.lowerBound(failed, sum(counts, nanos), Z) >= settings.requestRatio();
    }

    String evidence(long nanos) {
        return sum(failures, nanos) + " of " + sum(counts, nanos) + " requests failed within "
                + buckets * BUCKET_NANOS / 1_000_000 + " ms";
    }

    private long sum(long[] values, long nanos) {
        long newest = Math.floorDiv(nanos, BUCKET_NANOS);
        long sum = 0;
        for (int i = 0; i < buckets; i++) {
            sum += ids[i] > newest - buckets && ids[i] <= newest ? values[i] : 0;
        }
        return sum;
    }

    private int at(long nanos) {
        long id = Math.floorDiv(nanos, BUCKET_NANOS);
        int at = (int) Math.floorMod(id, (long) buckets);
        if (ids[at] != id) {
            ids[at] = id;
            counts[at] = 0;
            failures[at] = 0;
        }
        return at;
    }
}

package dev.drover.edge.retry;

import dev.drover.api.settings.RequestSettings;
import java.time.Duration;
import java.util.Arrays;

/**
 * How many failed requests may be tried again, so that retries never become the load that keeps a region down.
 *
 * <p>Each request earns {@code retryRatio}, each second {@code retryPerSecond}; what was earned and not spent is forgotten
 * after {@code retryKept}. So the budget never holds more than {@code retryPerSecond x retryKept + retryRatio x} the
 * requests of that time, and never more than {@link #HELD_MOST}. Earnings are kept in ten slices of {@code retryKept};
 * a slice earns its seconds when it begins, the oldest is spent first.
 *
 * <p>Times are nanoseconds of one monotonic clock. Confined to the agent's event loop.
 */
public final class RetryBudget {

    /** The most retries that the budget holds, whatever the traffic: a second of what one agent can carry. */
    public static final long HELD_MOST = 20_000;

    private static final int SLICES = 10;
    private static final long ONE = 1_000_000;

    private final long[] slices = new long[SLICES];
    private long held;
    private long current;
    private long sliceNanos;
    private long perRequest;
    private long perSlice;

    /** A budget that has earned one slice. */
    public RetryBudget(RequestSettings settings, long nanos) {
        set(settings);
        current = Math.floorDiv(nanos, sliceNanos);
        earn(perSlice);
    }

    /** New parameters, from now on; if they differ, what was earned by the old ones is forgotten but for one slice. */
    public void adopt(RequestSettings settings, long nanos) {
        long ratioBefore = perRequest;
        long secondsBefore = perSlice;
        long lengthBefore = sliceNanos;
        set(settings);
        if (ratioBefore != perRequest || secondsBefore != perSlice || lengthBefore != sliceNanos) {
            Arrays.fill(slices, 0);
            held = 0;
            current = Math.floorDiv(nanos, sliceNanos);
            earn(perSlice);
        }
    }

    private void set(RequestSettings settings) {
        Duration kept = settings.retryKept();
        sliceNanos = kept.toNanos() / SLICES;
        perRequest = Math.round(settings.retryRatio() * ONE);
        perSlice = Math.round(settings.retryPerSecond() * ONE * (sliceNanos / 1e9));
    }

    /** A user's request came. */
    public void requested(long nanos) {
        advance(nanos);
        earn(perRequest);
    }

    /** Takes one retry if there is one. */
    public boolean take(long nanos) {
        advance(nanos);
        if (held < ONE) {
            return false;
        }
        long due = ONE;
        for (int age = SLICES - 1; age >= 0 && due > 0; age--) {
            int at = (int) Math.floorMod(current - age, (long) SLICES);
            long spent = Math.min(due, slices[at]);
            slices[at] -= spent;
            due -= spent;
        }
        held -= ONE;
        return true;
    }

    /** How many retries there are now. */
    public long available(long nanos) {
        advance(nanos);
        return held / ONE;
    }

    private void advance(long nanos) {
        long slice = Math.floorDiv(nanos, sliceNanos);
        long from = Math.max(current + 1, slice - SLICES + 1);
        for (long entered = from; entered <= slice; entered++) {
            int at = (int) Math.floorMod(entered, (long) SLICES);
            held -= slices[at];
            slices[at] = 0;
            current = entered;
            earn(perSlice);
        }
    }

    private void earn(long earned) {
        long room = Math.min(earned, HELD_MOST * ONE - held);
        slices[(int) Math.floorMod(current, (long) SLICES)] += room;
        held += room;
    }
}

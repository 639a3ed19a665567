package dev.drover.edge.view;

import java.time.Duration;
import java.util.ArrayDeque;

/** Finds the requests that have had no answer for too long. */
final class SilenceWatch {

    /** More requests under way to one region than one agent can have; beyond it the oldest count only at their end. */
    private static final int WATCHED_MOST = 65_536;
    /** Two looks further apart than that mean that the agent itself stood still. */
    private static final long STALL_NANOS = Duration.ofMillis(250).toNanos();
    /** How long an agent that stood still reads what came meanwhile before it calls anybody silent. */
    private static final long CATCH_UP_NANOS = Duration.ofMillis(100).toNanos();

    private final ArrayDeque<WatchedRequest> inSendOrder = new ArrayDeque<>();
    private long lastLookNanos;
    private long judgeFromNanos;

    SilenceWatch(long nanos) {
        lastLookNanos = nanos;
        judgeFromNanos = nanos;
    }

    void add(WatchedRequest request) {
        if (inSendOrder.size() >= WATCHED_MOST) {
            inSendOrder.removeFirst();
        }
        inSendOrder.addLast(request);
    }

    /** Marks those that have just fallen silent and says how many they are. */
    int look(long nanos, long silentAfterNanos) {
        if (nanos - lastLookNanos > STALL_NANOS) {
            judgeFromNanos = nanos + CATCH_UP_NANOS;
        }
        lastLookNanos = nanos;
        int silent = 0;
        while (isHeadDone(nanos, silentAfterNanos)) {
            WatchedRequest head = inSendOrder.removeFirst();
            if (head.isWaiting()) {
                head.fellSilent(nanos);
                silent++;
            }
        }
        return silent;
    }

    private boolean isHeadDone(long nanos, long silentAfterNanos) {
        WatchedRequest head = inSendOrder.peekFirst();
        boolean late = head != null && nanos - head.sentNanos() >= silentAfterNanos && nanos - judgeFromNanos >= 0;
        return head != null && (head.hasEnded() || late);
    }
}

package dev.drover.edge.report;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.Overlay;
import dev.drover.api.session.RegionReport;
import dev.drover.api.session.UserTally;
import dev.drover.api.session.View;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an agent counts between two reports.
 *
 * <p>A report is due each interval, and soon after something was called urgent: at once, unless the last one is not
 * {@link #GAP_NANOS} old, so that however much turns at the same time becomes one report.
 *
 * <p>Times are nanoseconds of one monotonic clock. Confined to the agent's event loop.
 */
public final class Tallies {

    /** The least time between two reports. */
    public static final long GAP_NANOS = Duration.ofMillis(50).toNanos();

    private final SortedMap<RegionId, RegionTally> regions = new TreeMap<>();
    private long arrived;
    private long failed;
    private long retried;
    private long shed;
    private long sequence;
    private long lastNanos;
    private boolean urgent;

    /** Nothing counted so far. */
    public Tallies(long nanos) {
        lastNanos = nanos;
    }

    /** Counts for these regions from now on; others are forgotten. */
    public void keepOnly(Collection<RegionId> named) {
        regions.keySet().retainAll(named);
        for (RegionId region : named) {
            regions.computeIfAbsent(region, added -> new RegionTally());
        }
    }

    /** A user's request came. */
    public void arrived() {
        arrived++;
    }

    /** A user saw a failure. */
    public void failed() {
        failed++;
    }

    /** A request was sent to its understudy. */
    public void retried() {
        retried++;
    }

    /** A user got the static answer. */
    public void shed() {
        shed++;
    }

    /** A request to that region failed. */
    public void requestFailed(RegionId region) {
        RegionTally tally = regions.get(region);
        if (tally != null) {
            tally.requestFailed();
        }
    }

    /**
     * A request to that region was answered.
     *
     * @param latencyMillis until the answer began
     * @param refused whether it was refused for want of capacity; refusing is quick and counts for no latency
     */
    public void requestAnswered(RegionId region, double latencyMillis, boolean refused) {
        RegionTally tally = regions.get(region);
        if (tally != null) {
            tally.requestAnswered(latencyMillis, refused);
        }
    }

    /** A regular probe of that region ended. */
    public void probeEnded(RegionId region, boolean ok, int latencyMillis) {
        RegionTally tally = regions.get(region);
        if (tally != null) {
            tally.probeEnded(ok, latencyMillis);
        }
    }

    /** Something that controllers must hear at once. */
    public void urgent() {
        urgent = true;
    }

    /** Whether a report must go out now. */
    public boolean isDue(long nanos, Duration interval) {
        long since = nanos - lastNanos;
        return since >= interval.toNanos() || (urgent && since >= GAP_NANOS);
    }

    /**
     * The report, and a fresh start.
     *
     * @param views what is concluded of each region now
     * @param stale whether no controller was heard for long
     */
    public AgentMessage.Report take(
            long nanos, Instant at, Map<RegionId, View> views, @Nullable Overlay overlay, boolean stale) {
        SortedMap<RegionId, RegionReport> seen = new TreeMap<>();
        regions.forEach((region, tally) -> seen.put(region, tally.take(views.getOrDefault(region, View.GOOD))));
        long intervalMillis = Math.max(1, (nanos - lastNanos) / 1_000_000);
        UserTally users = new UserTally(arrived, failed, retried, shed);
        arrived = 0;
        failed = 0;
        retried = 0;
        shed = 0;
        lastNanos = nanos;
        urgent = false;
        sequence++;
        return new AgentMessage.Report(sequence, at, intervalMillis, users, seen, overlay, stale);
    }
}

package dev.drover.decision.observe;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.session.AgentMessage.Report;
import dev.drover.api.session.Overlay;
import dev.drover.api.session.RegionReport;
import dev.drover.api.session.View;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one agent has reported lately. Immutable.
 *
 * @param bootId of the process that reported
 * @param receivedAt when its last report came
 * @param last that report
 * @param demand its users' arrivals
 * @param lost the regions that its last report calls LOST
 * @param turnedAt when those, or what it acts on by itself, last changed; the beginning of time if they never did
 * @param seen what it saw of each region of its last report
 */
record AgentObservation(
        String bootId,
        Instant receivedAt,
        Report last,
        Demand demand,
        SortedSet<RegionId> lost,
        Instant turnedAt,
        SortedMap<RegionId, Seen> seen) {

    /** How long a silent agent is remembered. */
    static final Duration KEPT = Duration.ofMinutes(2);

    AgentObservation {
        lost = Collections.unmodifiableSortedSet(lost);
        seen = Collections.unmodifiableSortedMap(seen);
    }

    static AgentObservation first(String bootId, Report report, double expectedRps, Reading reading, Instant now) {
        return new AgentObservation(
                bootId,
                now,
                report,
                Demand.expected(expectedRps),
                lostIn(report),
                Instant.MIN,
                folded(Collections.emptySortedMap(), report, reading, now));
    }

    /** Whether the report is neither a duplicate nor older than what is known. */
    boolean isSucceededBy(String nextBootId, Report next) {
        return !nextBootId.equals(bootId) || next.sequence() > last.sequence();
    }

    AgentObservation with(String nextBootId, Report next, Reading reading, Instant now) {
        SortedSet<RegionId> nextLost = lostIn(next);
        boolean turned = !nextLost.equals(lost) || !Objects.equals(overlaidIn(next), overlaidIn(last));
        return new AgentObservation(
                nextBootId,
                now,
                next,
                demand.with(next),
                nextLost,
                turned ? now : turnedAt,
                folded(seen, next, reading, now));
    }

    private static SortedSet<RegionId> lostIn(Report report) {
        SortedSet<RegionId> lost = new TreeSet<>();
        for (Map.Entry<RegionId, RegionReport> region : report.regions().entrySet()) {
            if (region.getValue().view() == View.LOST) {
                lost.add(region.getKey());
            }
        }
        return lost;
    }

    private static SortedMap<RegionId, Seen> folded(
            SortedMap<RegionId, Seen> before, Report report, Reading reading, Instant now) {
        long bucket = Window.bucketOf(now);
        SortedMap<RegionId, Seen> after = new TreeMap<>();
        for (Map.Entry<RegionId, RegionReport> region : report.regions().entrySet()) {
            Seen known = before.get(region.getKey());
            Seen seen = known == null ? Seen.nothing(bucket) : known;
            after.put(region.getKey(), seen.with(region.getValue(), bucket, report.intervalMs(), reading.slow()));
        }
        return after;
    }

    boolean overlays(RegionId region) {
        return region.equals(overlaidIn(last));
    }

    private static @Nullable RegionId overlaidIn(Report report) {
        Overlay overlay = report.overlay();
        return overlay == null ? null : overlay.region();
    }

    /** Both clocks were read at about the same time: when the report was sent, and when it came. */
    Duration clockDifference() {
        return Duration.between(last.sentAt(), receivedAt).abs();
    }

    boolean isFresh(Instant now, Duration freshFor) {
        return receivedAt.plus(freshFor).isAfter(now);
    }
}

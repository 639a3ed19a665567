package dev.drover.decision.observe;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.session.AgentMessage.Report;
import dev.drover.api.session.Overlay;
import dev.drover.api.session.RegionReport;
import dev.drover.api.session.View;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
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
 * @param history what it counted of each region of its last report
 * @param tempos how quickly each of them answers it
 */
record AgentObservation(
        String bootId,
        Instant receivedAt,
        Report last,
        Demand demand,
        SortedSet<RegionId> lost,
        Instant turnedAt,
        History history,
        SortedMap<RegionId, Tempo> tempos) {

    /** How long a silent agent is remembered. */
    static final Duration KEPT = Duration.ofMinutes(2);

    AgentObservation {
        lost = Collections.unmodifiableSortedSet(lost);
        tempos = Collections.unmodifiableSortedMap(tempos);
    }

    static AgentObservation first(String bootId, Report report, double expectedRps, Reading reading, Instant now) {
        History blank = History.blank(List.of(), Window.bucketOf(now));
        AgentObservation before = new AgentObservation(
                bootId,
                now,
                report,
                Demand.expected(expectedRps),
                lostIn(report),
                Instant.MIN,
                blank,
                Collections.emptySortedMap());
        return before.folding(bootId, report, before.demand, reading, now);
    }

    /** Whether the report is neither a duplicate nor older than what is known. */
    boolean isSucceededBy(String nextBootId, Report next) {
        return !nextBootId.equals(bootId) || next.sequence() > last.sequence();
    }

    AgentObservation with(String nextBootId, Report next, Reading reading, Instant now) {
        return folding(nextBootId, next, demand.with(next), reading, now);
    }

    private AgentObservation folding(String nextBootId, Report next, Demand nextDemand, Reading reading, Instant now) {
        long[] counts = new long[next.regions().size() * Column.COUNT];
        SortedMap<RegionId, Tempo> nextTempos = new TreeMap<>();
        int from = 0;
        for (Map.Entry<RegionId, RegionReport> region : next.regions().entrySet()) {
            Tempo known = tempos.get(region.getKey());
            Tempo tempo = known == null ? Tempo.UNKNOWN : known;
            tempo.count(region.getValue(), counts, from);
            nextTempos.put(region.getKey(), tempo.with(region.getValue(), next.intervalMs(), reading.slow()));
            from += Column.COUNT;
        }
        History counted = history.of(List.copyOf(next.regions().keySet())).plus(Window.bucketOf(now), counts);
        return new AgentObservation(
                nextBootId,
                now,
                next,
                nextDemand,
                lostIn(next),
                isTurnedBy(next) ? now : turnedAt,
                counted,
                nextTempos);
    }

    private boolean isTurnedBy(Report next) {
        return !lostIn(next).equals(lost) || !Objects.equals(overlaidIn(next), overlaidIn(last));
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

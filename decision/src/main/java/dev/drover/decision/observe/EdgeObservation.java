package dev.drover.decision.observe;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.session.AgentMessage.Report;
import dev.drover.api.session.Overlay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the agents of one edge have reported lately. Immutable.
 *
 * @param agents by instance
 */
public record EdgeObservation(SortedMap<String, AgentObservation> agents) {

    /** Nothing was heard yet. */
    public static final EdgeObservation NONE = new EdgeObservation(new TreeMap<>());

    /** How long the last demand of a silent agent still counts. */
    static final Duration DEMAND_KEPT = Duration.ofSeconds(60);

    /** Copies the map. */
    public EdgeObservation {
        agents = Collections.unmodifiableSortedMap(new TreeMap<>(agents));
    }

    /**
     * This, and one report more; the same if the report is a duplicate or an older one.
     *
     * @param now when the report came, by the controller's clock
     */
    public EdgeObservation with(String instance, String bootId, Report report, Reading reading, Instant now) {
        AgentObservation known = agents.get(instance);
        if (known != null && !known.isSucceededBy(bootId, report)) {
            return this;
        }
        SortedMap<String, AgentObservation> next = new TreeMap<>(agents);
        next.values()
                .removeIf(
                        agent -> agent.receivedAt().plus(AgentObservation.KEPT).isBefore(now));
        next.put(
                instance,
                known == null
                        ? AgentObservation.first(
                                bootId, report, reading.expectedRps() / (next.size() + 1), reading, now)
                        : known.with(bootId, report, reading, now));
        return new EdgeObservation(next);
    }

    /** The last report of an agent. */
    public Optional<Report> lastReport(String instance) {
        return Optional.ofNullable(agents.get(instance)).map(AgentObservation::last);
    }

    /** How many agents were heard within that time. */
    public int liveAgents(Instant now, Duration freshFor) {
        return live(now, freshFor).size();
    }

    /** The regions that a majority of its live agents calls LOST. */
    public SortedSet<RegionId> lost(Instant now, Duration freshFor) {
        SortedSet<RegionId> lost = new TreeSet<>();
        List<AgentObservation> live = live(now, freshFor);
        for (AgentObservation agent : live) {
            for (RegionId region : agent.lost()) {
                if (isMajority(live, other -> other.lost().contains(region))) {
                    lost.add(region);
                }
            }
        }
        return lost;
    }

    /** The regions that a majority of its live agents acts on the contingency of by itself. */
    public SortedSet<RegionId> overlaid(Instant now, Duration freshFor) {
        SortedSet<RegionId> overlaid = new TreeSet<>();
        List<AgentObservation> live = live(now, freshFor);
        for (AgentObservation agent : live) {
            Overlay overlay = agent.last().overlay();
            if (overlay != null && isMajority(live, other -> other.overlays(overlay.region()))) {
                overlaid.add(overlay.region());
            }
        }
        return overlaid;
    }

    /** Whether what its live agents call LOST, and act on by themselves, has been the same for that long. */
    public boolean isSettled(Instant now, Duration freshFor, Duration time) {
        return live(now, freshFor).stream()
                .noneMatch(agent -> agent.turnedAt().plus(time).isAfter(now));
    }

    /** By how much the clocks of its live agents and the controller's differ, at least; zero if none is heard. */
    public Duration clockDifference(Instant now, Duration freshFor) {
        Duration least = null;
        for (AgentObservation agent : live(now, freshFor)) {
            Duration difference = agent.clockDifference();
            least = least == null || difference.compareTo(least) < 0 ? difference : least;
        }
        return least == null ? Duration.ZERO : least;
    }

    /**
     * Users' arrivals in requests/s.
     *
     * @param expectedRps what counts once all agents have been silent for 60 s
     */
    public double demandRps(double expectedRps, Instant now) {
        double rps = 0;
        List<AgentObservation> heard = live(now, DEMAND_KEPT);
        for (AgentObservation agent : heard) {
            rps += agent.demand().rps();
        }
        return heard.isEmpty() ? expectedRps : rps;
    }

    /** What a witness saw of a region in a window, one tally for each of its blocks. */
    public Tallies tallies(RegionId region, Witness witness, Fault fault, Window window) {
        Tallies tallies = new Tallies(window.blocks());
        Column all = Column.all(witness, fault);
        Column bad = Column.bad(witness, fault);
        for (AgentObservation agent : agents.values()) {
            int place = agent.history().placeOf(region);
            if (place >= 0) {
                tallies.add(
                        bucket -> agent.history().upTo(bucket, place, all),
                        bucket -> agent.history().upTo(bucket, place, bad),
                        window);
            }
        }
        return tallies;
    }

    private static boolean isMajority(List<AgentObservation> live, Predicate<AgentObservation> says) {
        int saying = 0;
        for (AgentObservation agent : live) {
            saying += says.test(agent) ? 1 : 0;
        }
        return saying * 2 > live.size();
    }

    private List<AgentObservation> live(Instant now, Duration freshFor) {
        List<AgentObservation> live = new ArrayList<>(agents.size());
        for (AgentObservation agent : agents.values()) {
            if (agent.isFresh(now, freshFor)) {
                live.add(agent);
            }
        }
        return live;
    }
}

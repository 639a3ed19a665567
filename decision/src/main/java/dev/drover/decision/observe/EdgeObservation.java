package dev.drover.decision.observe;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.session.AgentMessage.Report;
import dev.drover.api.session.Overlay;
import dev.drover.api.session.RegionReport;
import dev.drover.api.session.View;
import dev.drover.api.verdict.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
     * @param expectedRps demand that the agent is taken to have before its own figures are known
     * @param now when the report came, by the controller's clock
     */
    public EdgeObservation with(String instance, String bootId, Report report, double expectedRps, Instant now) {
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
                        ? AgentObservation.first(bootId, report, expectedRps / (next.size() + 1), now)
                        : known.with(bootId, report, now));
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

    /** Whether a majority of its live agents calls that region LOST. */
    public boolean viewsLost(RegionId region, Instant now, Duration freshFor) {
        return byMajority(now, freshFor, report -> {
            RegionReport seen = report.regions().get(region);
            return seen != null && seen.view() == View.LOST;
        });
    }

    /** Whether a majority of its live agents acts on the contingency of that region by itself. */
    public boolean overlays(RegionId region, Instant now, Duration freshFor) {
        return byMajority(now, freshFor, report -> {
            Overlay overlay = report.overlay();
            return overlay != null && overlay.region().equals(region);
        });
    }

    /**
     * Users' arrivals in requests/s.
     *
     * @param expectedRps what counts once all agents have been silent for 60 s
     */
    public double demandRps(double expectedRps, Instant now) {
        Collection<AgentObservation> heard = live(now, DEMAND_KEPT);
        return heard.isEmpty()
                ? expectedRps
                : heard.stream().mapToDouble(AgentObservation::demandRps).sum();
    }

    /**
     * What a witness saw of a region.
     *
     * @param window neighbouring blocks of the same size, the newest first
     * @return one tally for each block, in their order
     */
    List<Tally> tallies(RegionId region, Witness witness, List<Block> window) {
        long[] counts = new long[window.size()];
        long[] failed = new long[window.size()];
        Instant newest = window.get(0).to();
        long sizeMillis = window.get(0).sizeMillis();
        for (AgentObservation agent : agents.values()) {
            for (int i = agent.sightings().size() - 1; i >= 0; i--) {
                Sighting sighting = agent.sightings().get(i);
                long age = Duration.between(sighting.receivedAt(), newest).toMillis();
                int block = (int) Math.min(counts.length, Math.floorDiv(age, sizeMillis));
                if (block >= counts.length) {
                    break;
                }
                RegionReport seen = sighting.regions().get(region);
                if (seen != null && block >= 0) {
                    counts[block] += witness.of(seen).count();
                    failed[block] += witness.of(seen).failed();
                }
            }
        }
        List<Tally> tallies = new ArrayList<>(counts.length);
        for (int block = 0; block < counts.length; block++) {
            tallies.add(new Tally(counts[block], failed[block]));
        }
        return tallies;
    }

    private boolean byMajority(Instant now, Duration freshFor, Predicate<Report> says) {
        List<AgentObservation> live = live(now, freshFor);
        long saying = live.stream().filter(agent -> says.test(agent.last())).count();
        return saying * 2 > live.size();
    }

    private List<AgentObservation> live(Instant now, Duration freshFor) {
        return agents.values().stream()
                .filter(agent -> agent.isFresh(now, freshFor))
                .toList();
    }
}

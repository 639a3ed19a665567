package dev.drover.decision.observe;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.session.AgentMessage.Report;
import dev.drover.api.session.Overlay;
import dev.drover.api.session.RegionReport;
import dev.drover.api.session.View;
import dev.drover.api.verdict.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
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

    /** What a witness saw of a region in reports that came after {@code from}, up to and with {@code to}. */
    public Tally tally(RegionId region, Witness witness, Instant from, Instant to) {
        long count = 0;
        long failed = 0;
        for (AgentObservation agent : agents.values()) {
            for (Sighting sighting : agent.sightings()) {
                RegionReport seen = sighting.regions().get(region);
                if (seen != null
                        && sighting.receivedAt().isAfter(from)
                        && !sighting.receivedAt().isAfter(to)) {
                    Tally tally = witness.of(seen);
                    count += tally.count();
                    failed += tally.failed();
                }
            }
        }
        return new Tally(count, failed);
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

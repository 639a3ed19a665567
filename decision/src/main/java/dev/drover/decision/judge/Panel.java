package dev.drover.decision.judge;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.steering.JudgeSettings;
import dev.drover.api.steering.SingleVantage;
import dev.drover.api.steering.SteeredEdge;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.api.verdict.Evidence;
import dev.drover.decision.observe.EdgeObservation;
import dev.drover.decision.observe.Observations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The edges that are heard at one moment, which of them have a vote, and what they say of each region. */
public final class Panel {

    private static final int LEAST_EDGES = 2;

    private final SteeringPolicy policy;
    private final Instant now;
    private final SortedMap<EdgeId, SortedSet<RegionId>> heard = new TreeMap<>();
    private final List<EdgeId> eligible = new ArrayList<>();
    private final SortedMap<RegionId, Integer> lostVotes = new TreeMap<>();
    private final Standing standing;
    private final Suspicion suspicion;
    private final Docket docket;
    private final Duration clockDifference;

    /**
     * Counts the votes.
     *
     * @param suspicion of the edges until now
     */
    public Panel(Observations observations, SteeringPolicy policy, Suspicion suspicion, Instant now) {
        this.policy = policy;
        this.now = now;
        observations.edges().forEach((edge, seen) -> {
            if (policy.edges().containsKey(edge)
                    && seen.liveAgents(now, policy.judge().freshFor()) > 0) {
                heard.put(edge, seen.lost(now, policy.judge().freshFor()));
            }
        });
        Suspicion next = suspicion.next(blamers(heard.keySet()), heard.keySet(), now);
        List<EdgeObservation> voters = new ArrayList<>();
        heard.forEach((edge, lost) -> {
            if (next.of(edge) < policy.judge().panel().suspectAt()) {
                eligible.add(edge);
                voters.add(observations.of(edge));
                lost.forEach(region -> lostVotes.merge(region, 1, Integer::sum));
            }
        });
        standing = counted();
        this.suspicion = standing == Standing.AMBIGUOUS ? next.ambiguous(now) : next;
        this.clockDifference = median(voters);
        Pool pool = new Pool(voters, policy.regions().keySet());
        this.docket = new Docket(pool, leastEdges(), policy.judge(), this.suspicion.credibleSince(), now);
    }

    private Duration median(List<EdgeObservation> voters) {
        List<Duration> differences = new ArrayList<>();
        for (EdgeObservation voter : voters) {
            differences.add(voter.clockDifference(now, policy.judge().freshFor()));
        }
        Collections.sort(differences);
        return differences.isEmpty() ? Duration.ZERO : differences.get((differences.size() - 1) / 2);
    }

    /** Whether the edges can be believed. */
    public Standing standing() {
        return standing;
    }

    private Standing counted() {
        int known = policy.edges().size();
        if (eligible.size() < leastEdges() || eligible.size() * 2 < known) {
            return Standing.BLIND;
        }
        boolean ambiguous = eligible.size() >= LEAST_EDGES && blamers(eligible).size() * 2 > eligible.size();
        return ambiguous ? Standing.AMBIGUOUS : Standing.CLEAR;
    }

    private int leastEdges() {
        boolean alone = policy.edges().size() < LEAST_EDGES;
        return alone && policy.judge().panel().singleVantage() == SingleVantage.ALLOW ? 1 : LEAST_EDGES;
    }

    /** Those of these edges that call more than half of the regions LOST, two at least. */
    private List<EdgeId> blamers(Iterable<EdgeId> among) {
        List<EdgeId> blamers = new ArrayList<>();
        for (EdgeId edge : among) {
            int lost = lostFor(edge).size();
            if (lost >= 2 && lost * 2 > policy.regions().size()) {
                blamers.add(edge);
            }
        }
        return blamers;
    }

    /** The regions that an edge calls LOST now; none if it is not heard. */
    public SortedSet<RegionId> lostFor(EdgeId edge) {
        SortedSet<RegionId> lost = heard.get(edge);
        return lost == null ? new TreeSet<>() : lost;
    }

    /** How many edges have a vote. */
    public int eligibleEdges() {
        return eligible.size();
    }

    /** How far each edge is suspected, with what it says now. */
    public Suspicion suspicion() {
        return suspicion;
    }

    /** The moment. */
    public Instant now() {
        return now;
    }

    /** Whether the leader's clock and the agents' differ by so much that nothing may expire by either. */
    public boolean clocksDiffer() {
        return clockDifference.compareTo(policy.guards().clockTolerance()) > 0;
    }

    /** By how much the leader's clock and the agents' differ: the median of the edges. */
    public Duration clockDifference() {
        return clockDifference;
    }

    /** The edges that are heard and have no vote, because they are suspected. */
    public List<EdgeId> suspects() {
        return heard.keySet().stream().filter(edge -> !eligible.contains(edge)).toList();
    }

    JudgeSettings settings() {
        return policy.judge();
    }

    /** What the edges that have a vote saw. */
    public Docket docket() {
        return docket;
    }

    Evidence evidence(RegionId region) {
        return docket.evidence(region, eligible.size(), lostVotes(region));
    }

    /** How many edges that have a vote call a region LOST. */
    public int lostVotes(RegionId region) {
        return lostVotes.getOrDefault(region, 0);
    }

    /** Whether most edges call a region LOST, from two vantages at least. */
    public boolean majorityLost(RegionId region) {
        int votes = lostVotes(region);
        return votes >= leastEdges() && votes * 2 > eligible.size() && isSeenFromTwoVantages(region);
    }

    private boolean isSeenFromTwoVantages(RegionId region) {
        SortedSet<String> all = new TreeSet<>();
        policy.edges().values().forEach(edge -> addVantage(all, edge));
        SortedSet<String> saying = new TreeSet<>();
        for (EdgeId edge : eligible) {
            SteeredEdge steered = policy.edges().get(edge);
            if (steered != null && lostFor(edge).contains(region)) {
                addVantage(saying, steered);
            }
        }
        return all.size() < 2 || saying.size() >= 2;
    }

    private static void addVantage(SortedSet<String> vantages, SteeredEdge edge) {
        if (edge.vantage() != null) {
            vantages.add(edge.vantage());
        }
    }
}

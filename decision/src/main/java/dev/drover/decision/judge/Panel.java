package dev.drover.decision.judge;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.steering.JudgeSettings;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.api.verdict.Evidence;
import dev.drover.api.verdict.Tally;
import dev.drover.decision.observe.Block;
import dev.drover.decision.observe.Observations;
import dev.drover.decision.observe.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The edges that have a vote at one moment, and what they say of each region. */
public final class Panel {

    /** Certainty of every lower bound that convicts: 97.5 %. */
    static final double Z = 1.96;

    private static final Duration EVIDENCE_WINDOW = Duration.ofSeconds(10);
    private static final int LEAST_EDGES = 2;

    private final Observations observations;
    private final SteeringPolicy policy;
    private final Instant now;
    private final List<EdgeId> eligible;
    private final SortedMap<RegionId, Integer> lostVotes = new TreeMap<>();

    /** Counts the votes. */
    public Panel(Observations observations, SteeringPolicy policy, Instant now) {
        this.observations = observations;
        this.policy = policy;
        this.now = now;
        this.eligible = observations.eligible(now, policy.judge().freshFor()).stream()
                .filter(policy.edges()::containsKey)
                .toList();
        for (RegionId region : policy.regions().keySet()) {
            lostVotes.put(region, (int)
                    eligible.stream().filter(edge -> viewsLost(edge, region)).count());
        }
    }

    /** Whether the edges can be believed. */
    public Standing standing() {
        int known = policy.edges().size();
        if (eligible.size() < LEAST_EDGES || eligible.size() * 2 < known) {
            return Standing.BLIND;
        }
        return edgesThatBlameMost() * 2 > eligible.size() ? Standing.AMBIGUOUS : Standing.CLEAR;
    }

    private long edgesThatBlameMost() {
        int regions = policy.regions().size();
        return eligible.stream()
                .filter(edge -> policy.regions().keySet().stream()
                                        .filter(region -> viewsLost(edge, region))
                                        .count()
                                * 2
                        > regions)
                .count();
    }

    /** How many edges have a vote. */
    public int eligibleEdges() {
        return eligible.size();
    }

    JudgeSettings settings() {
        return policy.judge();
    }

    /** The moment. */
    public Instant now() {
        return now;
    }

    boolean majorityLost(RegionId region) {
        int votes = lostVotes.getOrDefault(region, 0);
        return votes >= LEAST_EDGES && votes * 2 > eligible.size();
    }

    /** Whether a window of blocks is bad enough, the newest block among the bad ones; the worse witness counts. */
    boolean convicts(RegionId region, Charge charge) {
        List<Block> window = Block.last(charge.blocks(), settings().blockSize(), now);
        return convicts(pooled(region, Witness.PROBES, window), charge)
                || (convicts(pooled(region, Witness.USERS, window), charge) && worseThanOthers(region, window));
    }

    /** Fewer than half of the edges that have a vote are trimmed: so many may lie, or see badly. */
    private List<Tally> pooled(RegionId region, Witness witness, List<Block> window) {
        return observations.pooled(region, witness, trimmed(), window);
    }

    private int trimmed() {
        return Math.max(0, (eligible.size() - 1) / 2);
    }

    /** What users saw of a region, trimmed, but not of the last edge that has users there. */
    private Tally seenAtBest(RegionId region, List<Block> window) {
        Tally seen = Tally.NONE;
        for (int trimmed = trimmed(); trimmed >= 0 && seen.count() == 0; trimmed--) {
            seen = Observations.total(observations.pooled(region, Witness.USERS, trimmed, window));
        }
        return seen;
    }

    private static boolean convicts(List<Tally> blocks, Charge charge) {
        long bad = blocks.stream()
                .filter(block -> isBad(block, charge.blockZ(), charge.blockRatio()))
                .count();
        return bad >= charge.badBlocks()
                && isBad(blocks.get(0), charge.blockZ(), charge.blockRatio())
                && isBad(Observations.total(blocks), Z, charge.ratio());
    }

    private static boolean isBad(Tally tally, double z, double ratio) {
        return tally.failureLowerBound(z) >= ratio;
    }

    /**
     * A bug that fails users in every region evacuates nobody: users convict only what is clearly worse than the median
     * of the others. Twice as bad, or half way from there to failing always: of equals, one is always a little worse.
     */
    private boolean worseThanOthers(RegionId region, List<Block> window) {
        List<Double> others = new ArrayList<>();
        for (RegionId other : policy.regions().keySet()) {
            Tally seen = seenAtBest(other, window);
            if (!other.equals(region) && seen.count() > 0) {
                others.add(seen.ratio());
            }
        }
        Collections.sort(others);
        double median = others.isEmpty() ? 0 : others.get(others.size() / 2);
        double own = Observations.total(pooled(region, Witness.USERS, window)).failureLowerBound(Z);
        return own > Math.min(2 * median, (1 + median) / 2);
    }

    /** Whether the region was seen lately, and hardly ever failing. */
    boolean isClean(RegionId region, Duration over) {
        Duration window = over.compareTo(Duration.ofMinutes(1)) < 0 ? over : Duration.ofMinutes(1);
        List<Block> whole = Block.last(1, window, now);
        Tally probes = pooled(region, Witness.PROBES, whole).get(0);
        Tally users = pooled(region, Witness.USERS, whole).get(0);
        double limit = settings().cleanRatio();
        return probes.count() > 0 && probes.ratio() <= limit && users.ratio() <= limit;
    }

    Evidence evidence(RegionId region) {
        List<Block> whole = Block.last(1, EVIDENCE_WINDOW, now);
        Tally probes = pooled(region, Witness.PROBES, whole).get(0);
        Tally users = pooled(region, Witness.USERS, whole).get(0);
        double worse = Math.max(probes.failureLowerBound(Z), users.failureLowerBound(Z));
        return new Evidence(eligible.size(), lostVotes.getOrDefault(region, 0), probes, users, worse);
    }

    private boolean viewsLost(EdgeId edge, RegionId region) {
        return observations.of(edge).viewsLost(region, now, policy.judge().freshFor());
    }
}

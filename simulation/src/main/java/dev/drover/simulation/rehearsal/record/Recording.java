package dev.drover.simulation.rehearsal.record;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.settings.Durations;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.api.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that expectations may look at, as it was over time.
 *
 * <p>Times are ns since the scenario's beginning; the warm-up is below zero.
 */
public final class Recording {

    private static final int MOST_MOMENTS = 100_000;

    private final SteeringPolicy policy;
    private final long endNanos;
    private final SortedMap<RegionId, Timeline<Verdict>> verdicts = new TreeMap<>();
    private final SortedMap<RegionId, Timeline<Double>> loads = new TreeMap<>();
    private final SortedMap<AgentId, Timeline<AgentState>> agents = new TreeMap<>();
    private final SortedMap<EdgeId, Timeline<UserCount>> users = new TreeMap<>();
    private final Timeline<Optional<Planned>> published = new Timeline<>(Optional.empty());
    private final Timeline<Leadership> leadership = new Timeline<>(Leadership.NONE);
    private final List<Moment> moments = new ArrayList<>();

    /**
     * Nothing seen yet.
     *
     * @param policy that the fleet is steered by
     * @param agents that there are
     * @param lasts how long the scenario is, without the warm-up
     */
    public Recording(SteeringPolicy policy, Collection<AgentId> agents, Duration lasts) {
        this.policy = policy;
        this.endNanos = lasts.toNanos();
        policy.regions().keySet().forEach(region -> {
            verdicts.put(region, new Timeline<>(Verdict.UNKNOWN));
            loads.put(region, new Timeline<>(0.0));
        });
        policy.edges().keySet().forEach(edge -> users.put(edge, new Timeline<>(UserCount.NONE)));
        agents.forEach(agent -> this.agents.put(agent, new Timeline<>(AgentState.OFF)));
    }

    /** That the fleet is steered by. */
    public SteeringPolicy policy() {
        return policy;
    }

    /** When the scenario ends. */
    public long endNanos() {
        return endNanos;
    }

    /** What the leader concludes of a region. */
    public Timeline<Verdict> verdict(RegionId region) {
        return there(verdicts, region);
    }

    /** The users' requests that come to a region, as a part of its tested capacity. */
    public Timeline<Double> load(RegionId region) {
        return there(loads, region);
    }

    /** Every agent that there is. */
    public Collection<AgentId> agents() {
        return Collections.unmodifiableCollection(agents.keySet());
    }

    /** Where an agent sends its users. */
    public Timeline<AgentState> agent(AgentId agent) {
        return there(agents, agent);
    }

    /** How the users of an edge fared. */
    public Timeline<UserCount> users(EdgeId edge) {
        return there(users, edge);
    }

    /** The publication in the store. */
    public Timeline<Optional<Planned>> published() {
        return published;
    }

    /** Who leads, and what people are told. */
    public Timeline<Leadership> leadership() {
        return leadership;
    }

    private static <K, V> V there(SortedMap<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " (expected: one of " + map.keySet() + ")");
        }
        return value;
    }

    /** Something happened; not before what happened last. */
    public void add(Moment moment) {
        if (moments.size() >= MOST_MOMENTS) {
            throw new IllegalStateException(moments.size() + " moments (expected: fewer)");
        }
        moments.add(moment);
    }

    /** What happened of that kind, from the one time to the other, both included; in order. */
    public List<Moment> moments(Moment.Kind kind, long fromNanos, long untilNanos) {
        return moments.stream()
                .filter(moment -> moment.kind() == kind && moment.nanos() >= fromNanos && moment.nanos() <= untilNanos)
                .toList();
    }

    /** A time as people write it, such as {@code 2600ms} or {@code 14s}; to the millisecond. */
    public static String time(long nanos) {
        return nanos == 0 ? "0s" : Durations.write(Duration.ofMillis(nanos / 1_000_000));
    }
}

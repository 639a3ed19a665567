package dev.drover.controller.loop;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.ClusterId;
import dev.drover.api.routing.PolicyId;
import dev.drover.controller.loop.LoopSettings.Bootstrap;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the agents say that they serve by, held against what the store says.
 *
 * <p>A store that is empty, older than the fleet or of another cluster was lost or restored: nothing is published from
 * it until a person looked. One agent alone may lie; two count.
 */
final class FleetClaims {

    private static final int MAX_AGENTS = 20_000;
    private static final int ENOUGH = 2;

    private final SortedMap<AgentId, PolicyId> applied = new TreeMap<>();
    private @Nullable Instant namedAt;
    private @Nullable Instant askedAt;

    void heard(AgentId agent, @Nullable PolicyId policy, Instant now) {
        if (policy != null && (applied.containsKey(agent) || applied.size() < MAX_AGENTS)) {
            applied.put(agent, policy);
            namedAt = now;
        }
    }

    void gone(AgentId agent) {
        applied.remove(agent);
    }

    /** Why nothing may be published from this store now; empty if it may. */
    Optional<String> against(Replica replica, LoopSettings settings, Instant now) {
        askedAt = askedAt == null ? now : askedAt;
        long others = count(replica.cluster(), Long.MAX_VALUE, Long.MAX_VALUE);
        if (others >= ENOUGH) {
            return Optional.of("SAFE_HOLD: " + others + " agents serve by another cluster's policy than "
                    + replica.cluster() + "; was the store replaced?");
        }
        if (replica.publication() == null) {
            return empty(settings, now);
        }
        PolicyId stored = replica.publication().policy().id();
        long newer = count(replica.cluster(), stored.epoch(), stored.revision()) - others;
        return newer >= ENOUGH
                ? Optional.of("SAFE_HOLD: " + newer + " agents serve by a newer policy than " + stored
                        + "; was an old store restored?")
                : Optional.empty();
    }

    private Optional<String> empty(LoopSettings settings, Instant now) {
        Instant quietSince = namedAt == null ? askedAt : namedAt;
        boolean quiet = quietSince != null
                && !quietSince.plus(LoopSettings.BOOTSTRAP_AFTER).isAfter(now);
        return settings.bootstrap() == Bootstrap.AT_ONCE || (quiet && applied.isEmpty())
                ? Optional.empty()
                : Optional.of("the store is empty: the first policy is published once no agent has named a cluster for "
                        + LoopSettings.BOOTSTRAP_AFTER.toSeconds() + " s, or with --bootstrap");
    }

    /** How many agents serve by a policy of another cluster, or of this one and newer than that. */
    private long count(ClusterId cluster, long epoch, long revision) {
        return applied.values().stream()
                .filter(policy -> !policy.cluster().equals(cluster)
                        || (epoch != Long.MAX_VALUE && policy.isNewerThan(new PolicyId(cluster, epoch, revision))))
                .count();
    }
}

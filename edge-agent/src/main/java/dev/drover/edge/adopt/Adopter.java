package dev.drover.edge.adopt;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.routing.EdgePolicy;
import dev.drover.api.routing.Mark;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.RoutedRegion;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.api.session.AgentMessage;
import dev.drover.api.slot.Owner;
import dev.drover.edge.route.RouteTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether an agent obeys a publication: the last line against stale, foreign, broken and poisonous ones.
 *
 * <p>What is unreadable is refused before anything else, then what is not meant for this agent, then what is old, then
 * what would do harm, and last what does not survive a trial run. That no slot is without an owner, none at an unknown
 * region and none at a closed one, the values themselves guarantee: such a policy cannot be read.
 *
 * @param service what the agent steers
 * @param edge where it stands
 */
public record Adopter(ServiceId service, EdgeId edge) {

    /** The largest jump of the epoch: far above what elections can do, and a bound to what a forged one could. */
    public static final long EPOCH_JUMP_MOST = 10_000;

    private static final int REASON_CHARACTERS_MOST = 500;
    private static final List<String> SAMPLE_KEYS = List.of("", "a", "user-1", "user-2", "2001:db8::1", "\u00e4\u20ac");

    /**
     * Judges what a controller sent.
     *
     * @param applied the newest publication ever applied, across restarts; null if none
     * @param inForce the policy in force; null if none
     */
    public Adoption judge(SealedPolicy sealed, @Nullable PolicyId applied, @Nullable EdgePolicy inForce) {
        return judge(sealed, policy -> faultOfNext(policy, applied, inForce), inForce);
    }

    /**
     * Judges what the agent itself kept on disk, to start from it: it may be older than the newest applied, as a policy
     * must have served for a while before it is kept.
     *
     * @param applied the newest publication ever applied, across restarts; null if none
     */
    public Adoption revive(SealedPolicy sealed, @Nullable PolicyId applied) {
        return judge(sealed, policy -> foreignFault(policy, applied), null);
    }

    private Adoption judge(SealedPolicy sealed, Check check, @Nullable EdgePolicy inForce) {
        EdgePolicy policy;
        try {
            policy = sealed.open();
        } catch (RuntimeException e) {
            return new Adoption.Refused(shortened("unreadable: " + e.getMessage()), null);
        }
        if (inForce != null && inForce.id().equals(policy.id())) {
            return new Adoption.Ignored(policy.id());
        }
        String fault = check.faultOf(policy);
        fault = fault == null ? trialFault(policy) : fault;
        return fault == null ? new Adoption.Adopted(policy) : new Adoption.Refused(shortened(fault), policy.id());
    }

    private interface Check {
        @Nullable
        String faultOf(EdgePolicy policy);
    }

    private @Nullable String faultOfNext(EdgePolicy policy, @Nullable PolicyId applied, @Nullable EdgePolicy inForce) {
        String fault = foreignFault(policy, applied);
        fault = fault == null ? ageFault(policy.id(), applied) : fault;
        return fault == null ? drainFault(policy, inForce) : fault;
    }

    private @Nullable String foreignFault(EdgePolicy policy, @Nullable PolicyId applied) {
        if (!policy.service().equals(service)) {
            return "service: " + policy.service() + " (expected: " + service + ")";
        }
        if (!policy.edge().equals(edge)) {
            return "edge: " + policy.edge() + " (expected: " + edge + ")";
        }
        if (applied != null && !policy.id().cluster().equals(applied.cluster())) {
            return "cluster: " + policy.id().cluster() + " (expected: " + applied.cluster()
                    + ", the one that this agent obeys)";
        }
        if (policy.regions().size() > AgentMessage.Report.MAX_REGIONS) {
            return "regions: " + policy.regions().size() + " (expected: at most " + AgentMessage.Report.MAX_REGIONS
                    + ")";
        }
        return null;
    }

    /** The newest applied itself is welcome again: after a restart it need not be in force. */
    private static @Nullable String ageFault(PolicyId id, @Nullable PolicyId applied) {
        if (applied == null || id.equals(applied)) {
            return null;
        }
        if (!id.isNewerThan(applied)) {
            return "older: " + id + " (expected: newer than " + applied + ")";
        }
        if (id.epoch() - applied.epoch() > EPOCH_JUMP_MOST) {
            return "epoch: " + id.epoch() + " (expected: at most " + EPOCH_JUMP_MOST + " above " + applied.epoch()
                    + ")";
        }
        return null;
    }

    /**
     * A draining region may not gain. That can be said only of what follows the policy in force directly, or if the region
     * was draining there already; an agent that was away for longer cannot know what was given back meanwhile.
     */
    private static @Nullable String drainFault(EdgePolicy policy, @Nullable EdgePolicy inForce) {
        if (inForce == null || policy.rollback()) {
            return null;
        }
        boolean follows = policy.id().revision() == inForce.id().revision() + 1;
        for (Map.Entry<RegionId, RoutedRegion> entry : policy.regions().entrySet()) {
            RegionId region = entry.getKey();
            if (entry.getValue().mark() == Mark.DRAINING && (follows || isDraining(region, inForce))) {
                int before = inForce.slots().weightOf(Owner.of(region));
                int after = policy.slots().weightOf(Owner.of(region));
                if (after > before) {
                    return region + " is draining and owns " + after + " slots (expected: at most the " + before
                            + " it owned before, unless the publication is a roll-back)";
                }
            }
        }
        return null;
    }

    private static boolean isDraining(RegionId region, EdgePolicy policy) {
        RoutedRegion routed = policy.regions().get(region);
        return routed != null && routed.mark() == Mark.DRAINING;
    }

    /** Picks for some users in a side room: a policy that cannot be served by must not reach the real ones. */
    private static @Nullable String trialFault(EdgePolicy policy) {
        try {
            RouteTable table = RouteTable.of(policy.slots());
            for (String key : SAMPLE_KEYS) {
                Owner owner = table.of(key).first();
                if (!owner.region()
                        .map(region -> policy.regions().containsKey(region))
                        .orElse(true)) {
                    return "trial run: a user went to " + owner + " (expected: one of "
                            + policy.regions().keySet() + ")";
                }
            }
            return null;
        } catch (RuntimeException e) {
            return "trial run: " + e;
        }
    }

    private static String shortened(String reason) {
        return reason.length() <= REASON_CHARACTERS_MOST ? reason : reason.substring(0, REASON_CHARACTERS_MOST) + "...";
    }
}

package dev.drover.decision;

import dev.drover.api.cause.Cause;
import dev.drover.api.cause.Note;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.routing.Mark;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.RoutedRegion;
import dev.drover.api.routing.RoutingPolicy;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.decision.plan.Fleet;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was decided, and why.
 *
 * @param next where the decision stands now; to be remembered whether it is published or not
 * @param causes why it should be published; empty if there is nothing to publish
 * @param back the regions whose loss it takes back
 * @param notes what a person should know though nothing changes: what is held back and why
 * @param fleet the demand and the capacities that it was made for
 */
public record Decision(DecisionState next, List<Cause> causes, List<RegionId> back, List<Note> notes, Fleet fleet) {

    /** Copies the lists. */
    public Decision {
        causes = List.copyOf(causes);
        back = List.copyOf(back);
        notes = List.copyOf(notes);
    }

    /** Whether there is something to publish. */
    public boolean isNews() {
        return !causes.isEmpty();
    }

    /** What is decided as a routing policy: the slots, and the mark of every region of the steering policy. */
    public RoutingPolicy routingPolicy(SteeringPolicy policy, PolicyId id, Instant publishedAt) {
        SortedMap<RegionId, RoutedRegion> regions = new TreeMap<>();
        policy.regions().forEach((region, steered) -> {
            RegionState state = next.memory().regions().get(region);
            Mark mark = state == null ? Mark.OPEN : state.access().mark();
            regions.put(region, new RoutedRegion(steered.origins(), mark));
        });
        return new RoutingPolicy(
                policy.service(), id, publishedAt, next.tables(), regions, back, false, policy.agents());
    }
}

package dev.drover.controller.loop;

import dev.drover.api.fleet.ClusterId;
import dev.drover.api.json.Json;
import dev.drover.api.order.Orders;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.api.steering.SteeringPolicies;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.controller.store.Publication;
import dev.drover.controller.store.StoreContents;
import dev.drover.controller.store.Versioned;
import dev.drover.decision.DecisionState;
import dev.drover.decision.Inputs;
import dev.drover.decision.Memory;
import dev.drover.decision.observe.Observations;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the store held when it was read last, understood.
 *
 * @param cluster whose store it is
 * @param epoch the highest that was taken; 0 if none
 * @param leader who took it
 * @param orders with the version that a change must name
 * @param policy that people wrote; absent until one is stored
 * @param policySha256 of its text; empty without a policy
 * @param pointerVersion that the next publication must name
 * @param publication in force; absent in a new store
 * @param decisionState where the decision stood when that publication was made
 */
record Replica(
        ClusterId cluster,
        long epoch,
        @Nullable String leader,
        Versioned<Orders> orders,
        @Nullable SteeringPolicy policy,
        String policySha256,
        int pointerVersion,
        @Nullable Publication publication,
        DecisionState decisionState) {

    /**
     * Understands what was read.
     *
     * @param known what was understood of the read before: what is the same is not parsed again; null if there is none
     */
    static Replica of(StoreContents contents, @Nullable Replica known) {
        String text = contents.steeringPolicy().value();
        String sha256 = text.isEmpty() ? "" : SealedPolicy.hash(text);
        Publication current = contents.current().map(Versioned::value).orElse(null);
        return new Replica(
                contents.cluster(),
                contents.epoch(),
                contents.leader(),
                contents.orders(),
                known != null && known.policySha256.equals(sha256) ? known.policy : policyOf(text),
                sha256,
                contents.pointerVersion(),
                current,
                known != null && isSame(known.publication, current) ? known.decisionState : stateOf(current));
    }

    private static @Nullable SteeringPolicy policyOf(String text) {
        return text.isEmpty() ? null : SteeringPolicies.readStored(text);
    }

    private static boolean isSame(@Nullable Publication known, @Nullable Publication current) {
        return known != null && current != null && known.publicationId().equals(current.publicationId());
    }

    private static DecisionState stateOf(@Nullable Publication publication) {
        return publication == null
                ? DecisionState.blank()
                : new DecisionState(
                        publication.policy().edges(), Json.readMessage(publication.decisionState(), Memory.class));
    }

    Optional<Inputs> inputs(Observations observations) {
        return Optional.ofNullable(policy)
                .map(known -> new Inputs(
                        known, policySha256, observations, orders.value().evacuations()));
    }

    /** Whether the other one holds a publication of which this store knows nothing, or not any more. */
    boolean isBehind(Replica other) {
        return other.publication != null
                && (publication == null
                        || other.publication
                                .policy()
                                .id()
                                .isNewerThan(publication.policy().id()));
    }

    long nextRevision() {
        return publication == null ? 1 : publication.policy().id().revision() + 1;
    }

    Replica withOrders(Versioned<Orders> newer) {
        return new Replica(
                cluster, epoch, leader, newer, policy, policySha256, pointerVersion, publication, decisionState);
    }

    Replica withPublication(Publication newer, int newPointerVersion, DecisionState newState) {
        return new Replica(cluster, epoch, leader, orders, policy, policySha256, newPointerVersion, newer, newState);
    }
}

package dev.drover.simulation.invariant;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.Evacuation;
import dev.drover.api.routing.RoutingPolicy;
import dev.drover.api.slot.Owner;
import dev.drover.simulation.history.Fact;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * I6 and I9: who is evacuated gains nothing, whatever his health; only a restore or the order's expiry gives users back.
 */
final class EvacuationHonoured implements Invariant {

    private @Nullable RoutingPolicy before;
    private final SortedMap<RegionId, Instant> orderedUntil = new TreeMap<>();

    @Override
    public String id() {
        return "I6";
    }

    @Override
    public String promise() {
        return "a region under an operator's evacuation gains no slots until restore or expiry, but by a step taken back";
    }

    @Override
    public void saw(Fact fact, long nanos, Consumer<String> broken) {
        if (fact instanceof Fact.StoreReplaced) {
            before = null;
            orderedUntil.clear();
        } else if (fact instanceof Fact.Published published) {
            RoutingPolicy policy = published.publication().policy();
            RoutingPolicy last = before;
            if (last != null && !policy.rollback()) {
                orderedUntil.forEach((region, until) -> {
                    boolean counts = policy.publishedAt().isBefore(until) && !isTakenBack(region, published);
                    if (counts && isOrdered(region, published)) {
                        check(region, last, policy, broken);
                    }
                });
            }
            before = policy;
            remember(published);
        }
    }

    /** A step that survivors do not bear is taken back, and the publication says so. */
    private static boolean isTakenBack(RegionId region, Fact.Published published) {
        return published.publication().causes().stream()
                .anyMatch(cause ->
                        cause instanceof Cause.StepBack step && step.region().equals(region));
    }

    private static boolean isOrdered(RegionId region, Fact.Published published) {
        Instant now = published.publication().policy().publishedAt();
        return published.orders().evacuations().stream()
                .anyMatch(order -> order.region().equals(region)
                        && order.restoration() == null
                        && now.isBefore(order.expiresAt()));
    }

    private static void check(RegionId region, RoutingPolicy last, RoutingPolicy policy, Consumer<String> broken) {
        policy.edges().forEach((edge, table) -> {
            int had = last.edges().containsKey(edge)
                    ? last.edges().get(edge).weightOf(Owner.of(region))
                    : table.weightOf(Owner.of(region));
            int has = table.weightOf(Owner.of(region));
            if (has > had) {
                broken.accept(policy.id() + " gives " + region + ", which is being evacuated, " + has + " slots of "
                        + edge + " instead of " + had);
            }
        });
    }

    /** An order counts from the publication that its leader has made knowing of it. */
    private void remember(Fact.Published published) {
        orderedUntil.clear();
        published.decision().ifPresent(decision -> {
            for (Evacuation order : published.orders().evacuations()) {
                boolean known = decision.next().memory().regions().containsKey(order.region())
                        && published.publication().policy().publishedAt().isAfter(order.createdAt());
                if (known && order.restoration() == null) {
                    orderedUntil.put(order.region(), order.expiresAt());
                }
            }
        });
    }
}

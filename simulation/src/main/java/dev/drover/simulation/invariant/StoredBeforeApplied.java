package dev.drover.simulation.invariant;

import dev.drover.api.routing.EdgePolicy;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.RoutingPolicy;
import dev.drover.simulation.history.Fact;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** I3: no agent applies what was not in the store before. */
final class StoredBeforeApplied implements Invariant {

    private final SortedMap<String, RoutingPolicy> stored = new TreeMap<>();

    @Override
    public String id() {
        return "I3";
    }

    @Override
    public String promise() {
        return "what an agent applies was the content of the store at or before that time";
    }

    @Override
    public void saw(Fact fact, long nanos, Consumer<String> broken) {
        if (fact instanceof Fact.Published published) {
            RoutingPolicy policy = published.publication().policy();
            stored.put(key(policy.id()), policy);
        } else if (fact instanceof Fact.Applied applied) {
            EdgePolicy policy = applied.policy();
            RoutingPolicy known = stored.get(key(policy.id()));
            if (known == null) {
                broken.accept(applied.agent() + " applied " + policy.id() + ", which never was in the store");
            } else if (!policy.slots().equals(known.edges().get(policy.edge()))) {
                broken.accept(applied.agent() + " applied other slots of " + policy.id() + " than are in the store");
            }
        }
    }

    private static String key(PolicyId id) {
        return id.cluster() + "/" + id.epoch() + "/" + id.revision();
    }
}

package dev.drover.simulation.invariant;

import dev.drover.api.routing.RoutingPolicy;
import dev.drover.controller.store.StoreLimits;
import dev.drover.simulation.engine.Node;
import dev.drover.simulation.history.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** I13: what is in force, recent, or one of the last is never deleted. */
final class NoLiveDeletion implements Invariant {

    private final List<Kept> published = new ArrayList<>();

    private record Kept(long revision, long nanos) {}

    @Override
    public String id() {
        return "I13";
    }

    @Override
    public String promise() {
        return "a clean-up leaves what is in force, the last 50 publications, and all of the last ten minutes";
    }

    @Override
    public void saw(Fact fact, long nanos, Consumer<String> broken) {
        if (fact instanceof Fact.StoreReplaced) {
            published.clear();
        } else if (fact instanceof Fact.Published written) {
            RoutingPolicy policy = written.publication().policy();
            long publishedNanos =
                    Duration.between(Node.START, policy.publishedAt()).toNanos();
            published.add(new Kept(policy.id().revision(), publishedNanos));
        } else if (fact instanceof Fact.Cleaned cleaned) {
            for (int i = 0; i < published.size(); i++) {
                Kept kept = published.get(i);
                boolean isOneOfTheLast = i >= published.size() - StoreLimits.KEPT_PUBLICATIONS;
                boolean isYoung = nanos - kept.nanos < StoreLimits.KEPT_FOR.toNanos();
                if ((isOneOfTheLast || isYoung) && !cleaned.holds().test(kept.revision)) {
                    broken.accept(cleaned.writer() + " deleted revision " + kept.revision + ", published "
                            + (nanos - kept.nanos) / 1_000_000_000 + " s ago");
                }
            }
        }
    }
}

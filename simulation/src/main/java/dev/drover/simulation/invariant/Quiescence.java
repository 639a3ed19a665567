package dev.drover.simulation.invariant;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.controller.store.Publication;
import dev.drover.simulation.history.Fact;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** I21: where nothing changes nothing moves; verdicts do not flap. */
final class Quiescence implements Invariant {

    /** Ramps and the smoothing of demand are over then. */
    private final long quietNanos;

    private SortedMap<EdgeId, SlotTable> before = new TreeMap<>();

    Quiescence(Duration quietAfter) {
        this.quietNanos = quietAfter.toNanos();
    }

    @Override
    public String id() {
        return "I21";
    }

    @Override
    public String promise() {
        return "with steady demand and nothing broken, no verdict changes and no slot changes owner";
    }

    @Override
    public void saw(Fact fact, long nanos, Consumer<String> broken) {
        if (fact instanceof Fact.Published published) {
            Publication publication = published.publication();
            if (nanos >= quietNanos) {
                verdicts(publication.causes(), publication, broken);
                owners(publication, broken);
            }
            before = publication.policy().edges();
        }
    }

    private static void verdicts(List<Cause> causes, Publication publication, Consumer<String> broken) {
        causes.stream()
                .filter(cause -> cause instanceof Cause.RegionLost
                        || cause instanceof Cause.RegionDown
                        || cause instanceof Cause.RegionDegraded)
                .findFirst()
                .ifPresent(cause -> broken.accept(publication.policy().id() + ": " + cause.sentence()));
    }

    private void owners(Publication publication, Consumer<String> broken) {
        boolean ordered = publication.causes().stream()
                .anyMatch(cause -> cause instanceof Cause.EvacuationEnded || cause instanceof Cause.RampStep);
        publication.policy().edges().forEach((edge, table) -> {
            SlotTable last = before.get(edge);
            if (last != null && !ordered && !owners(table).equals(owners(last))) {
                broken.accept(publication.policy().id() + " moves slots of " + edge + " from " + last.weights() + " to "
                        + table.weights() + " though nothing changes: " + publication.causes());
            }
        });
    }

    private static SlotTable owners(SlotTable table) {
        return table.map(run -> new SlotRun(run.first(), run.last(), run.owner(), Owner.SHED, run.owner()));
    }
}

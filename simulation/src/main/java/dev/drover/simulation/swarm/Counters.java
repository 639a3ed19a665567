package dev.drover.simulation.swarm;

import dev.drover.api.cause.Cause;
import dev.drover.api.cause.Note;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotTable;
import dev.drover.simulation.history.Fact;
import dev.drover.simulation.history.Witness;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counts what must happen sometimes. */
final class Counters implements Witness {

    private static final int MANY_EPOCHS = 3;
    private static final String SAFE_HOLD = "SAFE_HOLD";

    private final Map<Sometimes, Integer> reached = new EnumMap<>(Sometimes.class);
    private final Set<String> epochs = new TreeSet<>();
    private final Set<RegionId> restored = new TreeSet<>();

    @Override
    public void saw(Fact fact, long nanos) {
        if (fact instanceof Fact.Published published) {
            published(published);
        } else if (fact instanceof Fact.Repeated repeated) {
            count(repeated.done() ? Sometimes.AMBIGUOUS_WRITE_DONE : Sometimes.AMBIGUOUS_WRITE_NOT_DONE);
        } else if (fact instanceof Fact.Fenced) {
            count(Sometimes.STALE_LEADER_WRITE_REFUSED);
        } else if (fact instanceof Fact.AgentStarted started) {
            if (started.kept() > 1) {
                count(started.kept() == 2 ? Sometimes.LKG_FALLBACK_2 : Sometimes.LKG_FALLBACK_3);
            }
        } else if (fact instanceof Fact.SecondPassed second) {
            second.controllers().forEach(this::look);
        }
    }

    private void look(Fact.ControllerView controller) {
        if (controller.held().startsWith(SAFE_HOLD)) {
            count(Sometimes.SAFE_HOLD);
        }
        for (Note note : controller.notes()) {
            if (note instanceof Note.Panicking) {
                count(Sometimes.PANIC);
            } else if (note instanceof Note.Ambiguous) {
                count(Sometimes.AMBIGUOUS_FREEZE);
            } else if (note instanceof Note.Suppressed) {
                count(Sometimes.FLAP_SUPPRESSION);
            } else if (note instanceof Note.EdgeSuspected) {
                count(Sometimes.SELF_SUSPECT);
            } else if (note instanceof Note.Waiting waiting && waiting.strain() == null) {
                count(Sometimes.AUTO_ROLLBACK);
            }
        }
    }

    private void published(Fact.Published published) {
        var policy = published.publication().policy();
        if (policy.rollback()) {
            count(Sometimes.AUTO_ROLLBACK);
        }
        epochs.add(policy.id().cluster() + "/" + policy.id().epoch());
        if (epochs.size() == MANY_EPOCHS) {
            reached.put(Sometimes.THREE_EPOCHS, 1);
        }
        for (Cause cause : published.publication().causes()) {
            if (cause instanceof Cause.Shedding) {
                count(Sometimes.INFEASIBLE);
            } else if (cause instanceof Cause.EvacuationEnded ended) {
                restored.add(ended.region());
            }
        }
        if (restored.removeIf(region -> hasUsers(region, policy.edges().values()))) {
            count(Sometimes.RESTORE_AFTER_EVACUATION);
        }
    }

    private static boolean hasUsers(RegionId region, Iterable<SlotTable> tables) {
        for (SlotTable table : tables) {
            if (table.weightOf(Owner.of(region)) > 0) {
                return true;
            }
        }
        return false;
    }

    void count(Sometimes what) {
        reached.merge(what, 1, Integer::sum);
    }

    /** How often each was reached; what was not is absent. */
    Map<Sometimes, Integer> reached() {
        return Collections.unmodifiableMap(reached);
    }
}

package dev.drover.simulation.invariant;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.routing.PolicyId;
import dev.drover.simulation.history.Fact;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** I1: what an agent applies only ever gets newer, within a boot and over boots as far as its disk remembers. */
final class AppliedInOrder implements Invariant {

    private final SortedMap<AgentId, Mark> marks = new TreeMap<>();

    /**
     * How far an agent is.
     *
     * @param applied the newest that it may not go back behind
     * @param again whether that one itself may come again: after a boot it need not be in force
     */
    private record Mark(PolicyId applied, boolean again) {}

    @Override
    public String id() {
        return "I1";
    }

    @Override
    public String promise() {
        return "each agent applies ever newer publications of one cluster, across restarts too";
    }

    @Override
    public void saw(Fact fact, long nanos, Consumer<String> broken) {
        if (fact instanceof Fact.AgentStarted started) {
            marks.remove(started.agent());
            if (started.remembered() != null) {
                marks.put(started.agent(), new Mark(started.remembered(), true));
            }
        } else if (fact instanceof Fact.Applied applied) {
            check(applied, broken);
            marks.put(applied.agent(), new Mark(applied.policy().id(), false));
        }
    }

    private void check(Fact.Applied applied, Consumer<String> broken) {
        Mark mark = marks.get(applied.agent());
        PolicyId id = applied.policy().id();
        if (mark == null) {
            return;
        }
        boolean again = mark.again && id.equals(mark.applied);
        boolean newer = id.cluster().equals(mark.applied.cluster()) && id.isNewerThan(mark.applied);
        if (!again && !newer) {
            broken.accept(applied.agent() + " applied " + id + " after " + mark.applied);
        }
    }
}

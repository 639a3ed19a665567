package dev.drover.decision.observe;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.verdict.Tally;
import java.util.ArrayList;
import java.util.List;

/** What some edges saw of one region, all of it together: cheap to ask, where it does not matter who saw what. */
public final class Testimony {

    private final List<History> histories;

    private Testimony(List<History> histories) {
        this.histories = histories;
    }

    /** What those edges saw of that region. */
    public static Testimony of(RegionId region, List<EdgeObservation> edges) {
        List<History> histories = new ArrayList<>(edges.size());
        for (EdgeObservation edge : edges) {
            for (AgentObservation agent : edge.agents().values()) {
                Seen seen = agent.seen().get(region);
                if (seen != null) {
                    histories.add(seen.history());
                }
            }
        }
        return new Testimony(histories);
    }

    /** All counts of a window, as one block. */
    public Counts counts(Window window) {
        long[] sums = new long[Column.COUNT];
        for (History history : histories) {
            history.addTo(sums, window.bucketBefore(window.blocks() - 1), window.lastBucket());
        }
        return new Counts(sums);
    }

    /** The counts of a window, of whatever was counted. */
    public static final class Counts {

        private final long[] sums;

        private Counts(long[] sums) {
            this.sums = sums;
        }

        /** How many answers a witness had, and how many of them were bad. */
        public Tally of(Witness witness, Fault fault) {
            return new Tally(
                    sums[Column.all(witness, fault).cell], sums[Column.bad(witness, fault).cell]);
        }
    }
}

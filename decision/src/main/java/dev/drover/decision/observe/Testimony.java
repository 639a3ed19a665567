package dev.drover.decision.observe;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.verdict.Tally;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What some edges saw of all regions in a window, together: cheap, where it does not matter who saw what. */
public final class Testimony {

    private final SortedMap<RegionId, long[]> sums = new TreeMap<>();

    private Testimony() {}

    /** What those edges saw in that window, as one block. */
    public static Testimony of(List<EdgeObservation> edges, Window window) {
        Testimony testimony = new Testimony();
        List<RegionId> regions = List.of();
        long[] cells = new long[0];
        for (EdgeObservation edge : edges) {
            for (AgentObservation agent : edge.agents().values()) {
                if (!agent.history().regions().equals(regions)) {
                    testimony.add(regions, cells);
                    regions = agent.history().regions();
                    cells = new long[regions.size() * Column.COUNT];
                }
                agent.history().addTo(cells, window.bucketBefore(window.blocks() - 1), window.lastBucket());
            }
        }
        testimony.add(regions, cells);
        return testimony;
    }

    private void add(List<RegionId> regions, long[] cells) {
        for (int place = 0; place < regions.size(); place++) {
            long[] sum = sums.computeIfAbsent(regions.get(place), region -> new long[Column.COUNT]);
            for (int cell = 0; cell < sum.length; cell++) {
                sum[cell] = Tally.sum(sum[cell], cells[place * Column.COUNT + cell]);
            }
        }
    }

    /** How many answers a witness had from a region, and how many of them were bad. */
    public Tally of(RegionId region, Witness witness, Fault fault) {
        long[] sum = sums.get(region);
        return sum == null
                ? Tally.NONE
                : new Tally(sum[Column.all(witness, fault).cell], sum[Column.bad(witness, fault).cell]);
    }
}

package dev.drover.lab.demo;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.rest.PublicationView;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.Slots;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How full publications plan the regions, at what arrives at the edges; with the contingency of one acted on. Pure. */
final class PlannedPeaks {

    private PlannedPeaks() {}

    /** The highest utilization of each region but the lost one, over all of these publications. */
    static SortedMap<RegionId, Double> of(List<PublicationView> publications, RegionId lost, DemoShape shape) {
        SortedMap<RegionId, Double> peaks = new TreeMap<>();
        for (PublicationView publication : publications) {
            SortedMap<RegionId, Double> planned = new TreeMap<>();
            publication.edges().values().forEach(table -> table.runs().forEach(run -> inForce(run, lost)
                    .region()
                    .ifPresent(region ->
                            planned.merge(region, run.size() * DemoShape.EDGE_RPS / Slots.COUNT, Double::sum))));
            planned.forEach((region, rps) -> peaks.merge(region, rps / shape.capacityRps(region), Math::max));
        }
        peaks.remove(lost);
        return peaks;
    }

    private static Owner inForce(SlotRun run, RegionId lost) {
        return run.owner().is(lost) ? run.understudy() : run.owner();
    }
}

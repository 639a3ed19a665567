package dev.drover.decision;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import dev.drover.decision.judge.Judgement;
import dev.drover.decision.plan.Fleet;
import dev.drover.decision.plan.Plan;
import dev.drover.decision.rotate.Access;
import dev.drover.decision.rotate.Rotation;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where each region stands after a decision, and who took over from whom by it. */
record Aftermath(DecisionState before, Rotation rotation, Plan plan, Fleet fleet) {

    /** Of its capacity: who is given less than that did not take over. */
    private static final double TOOK_OVER = 0.05;

    SortedMap<RegionId, RegionState> regions(SortedMap<RegionId, Judgement> judgements, Instant now) {
        SortedSet<RegionId> heirs = heirs();
        SortedMap<RegionId, RegionState> regions = new TreeMap<>();
        rotation.access().forEach((region, access) -> {
            Judgement judgement = judgements.get(region);
            if (judgement != null) {
                regions.put(
                        region, new RegionState(heirs.contains(region) ? judgement.tookOver(now) : judgement, access));
            }
        });
        return regions;
    }

    /** Those that own much more now that another region closes, whatever agents do by themselves already. */
    private SortedSet<RegionId> heirs() {
        SortedSet<RegionId> heirs = new TreeSet<>();
        if (anyCloses()) {
            fleet.capacityRps().forEach((region, capacityRps) -> {
                double moreRps = ownedRps(region, plan.tables()) - ownedRps(region, before.tables());
                if (moreRps > TOOK_OVER * capacityRps) {
                    heirs.add(region);
                }
            });
        }
        return heirs;
    }

    private double ownedRps(RegionId region, SortedMap<EdgeId, SlotTable> tables) {
        double rps = 0;
        for (Map.Entry<EdgeId, Fleet.EdgeDemand> edge : fleet.edges().entrySet()) {
            SlotTable table = tables.get(edge.getKey());
            int slots = table == null ? 0 : table.weightOf(Owner.of(region));
            rps += edge.getValue().demandRps() * slots / Slots.COUNT;
        }
        return rps;
    }

    private boolean anyCloses() {
        SortedMap<RegionId, Access> was = before.memory().access();
        return rotation.access().entrySet().stream().anyMatch(region -> {
            Access known = was.get(region.getKey());
            return region.getValue().isClosed() && known != null && !known.isClosed();
        });
    }
}

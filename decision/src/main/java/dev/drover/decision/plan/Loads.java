package dev.drover.decision.plan;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.decision.plan.Fleet.EdgeDemand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What tables of slots send where, with every overlay acted on; and what goes where if a region is lost on top. */
final class Loads {

    /*
     * One pass over all runs, of which a large fleet has tens of thousands, into sums by owner and understudy. Every
     * decision asks for the loads; the loss of each region is then a sum over a row.
     */

    private static final int UNKNOWN = -1;
    /** Loads are sums of doubles: what was solved to fill a region must fit it. */
    private static final double SLACK = 1 + 1e-9;

    private final Fleet fleet;
    private final List<RegionId> regions;
    private final Map<Owner, Integer> index = new LinkedHashMap<>();
    /** Requests/s in force, by owner, shed last. */
    private final double[] inForceRps;
    /** Requests/s by owner, wherever they are in force. */
    private final double[] ownedRps;
    /** Requests/s by owner and understudy, of those slots that are in force at their owner. */
    private final double[] takenOverRps;
    /** Requests/s, by owner, of slots whose understudy is nobody. */
    private final double[] unbackedRps;

    Loads(Fleet fleet, SortedMap<EdgeId, SlotTable> tables) {
        this.fleet = fleet;
        regions = fleet.regions();
        for (RegionId region : regions) {
            index.put(Owner.of(region), index.size());
        }
        index.put(Owner.SHED, regions.size());
        int owners = index.size();
        inForceRps = new double[owners];
        ownedRps = new double[owners];
        takenOverRps = new double[owners * owners];
        unbackedRps = new double[owners];
        fleet.edges().forEach((edge, demand) -> {
            SlotTable table = tables.get(edge);
            if (table != null) {
                add(demand, table);
            }
        });
    }

    private void add(EdgeDemand demand, SlotTable table) {
        double slotRps = demand.slotRps();
        for (SlotRun run : table.runs()) {
            int owner = index.getOrDefault(run.owner(), UNKNOWN);
            int understudy = index.getOrDefault(run.understudy(), UNKNOWN);
            if (owner == UNKNOWN || understudy == UNKNOWN) {
                continue;
            }
            double rps = run.size() * slotRps;
            ownedRps[owner] += rps;
            if (demand.avoids(run.owner())) {
                inForceRps[understudy] += rps;
            } else {
                inForceRps[owner] += rps;
                takenOverRps[owner * inForceRps.length + understudy] += rps;
            }
            if (run.understudy().isShed()) {
                unbackedRps[owner] += rps;
            }
        }
    }

    /** Requests/s in each region. */
    SortedMap<RegionId, Double> byRegion() {
        SortedMap<RegionId, Double> loads = new TreeMap<>();
        for (int region = 0; region < regions.size(); region++) {
            loads.put(regions.get(region), inForceRps[region]);
        }
        return loads;
    }

    /** Requests/s of the slots that each region owns, wherever they are in force. */
    SortedMap<RegionId, Double> ownedByRegion() {
        SortedMap<RegionId, Double> owned = new TreeMap<>();
        for (int region = 0; region < regions.size(); region++) {
            owned.put(regions.get(region), ownedRps[region]);
        }
        return owned;
    }

    /** Whether a region owns any slot. */
    boolean owns(RegionId region) {
        Integer at = index.get(Owner.of(region));
        return at != null && ownedRps[at] > 0;
    }

    /** Whether no region is above that utilization; one without capacity may have nothing. */
    boolean areWithin(double utilization) {
        for (int region = 0; region < regions.size(); region++) {
            if (inForceRps[region] > utilization * fleet.capacityOf(regions.get(region)) * SLACK) {
                return false;
            }
        }
        return true;
    }

    /** The highest utilization of regions that have capacity; 0 if none has. */
    double peak() {
        double peak = 0;
        for (int region = 0; region < regions.size(); region++) {
            peak = Math.max(peak, utilization(region, inForceRps[region]));
        }
        return peak;
    }

    /** The utilization of each region; 0 where there is no capacity. */
    SortedMap<RegionId, Double> utilization() {
        SortedMap<RegionId, Double> utilization = new TreeMap<>();
        for (int region = 0; region < regions.size(); region++) {
            utilization.put(regions.get(region), utilization(region, inForceRps[region]));
        }
        return utilization;
    }

    /** The highest once every edge has acted on the loss of a region. */
    double peakWithout(RegionId lost) {
        return utilizationWithout(lost).values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    /** The utilization of each survivor once every edge has acted on the loss of a region. */
    SortedMap<RegionId, Double> utilizationWithout(RegionId lost) {
        SortedMap<RegionId, Double> utilization = new TreeMap<>();
        int row = index.getOrDefault(Owner.of(lost), UNKNOWN) * inForceRps.length;
        for (int region = 0; region < regions.size(); region++) {
            if (!regions.get(region).equals(lost)) {
                double more = row < 0 ? 0 : takenOverRps[row + region];
                utilization.put(regions.get(region), utilization(region, inForceRps[region] + more));
            }
        }
        return utilization;
    }

    /** Requests/s of the slots that a region owns, wherever they are in force. */
    double ownedRps(RegionId region) {
        Integer at = index.get(Owner.of(region));
        return at == null ? 0 : ownedRps[at];
    }

    /** Requests/s that a region owns and nobody would take over. */
    double shedRpsWithout(RegionId lost) {
        Integer at = index.get(Owner.of(lost));
        return at == null ? 0 : unbackedRps[at];
    }

    private double utilization(int region, double loadRps) {
        double capacity = fleet.capacityOf(regions.get(region));
        return capacity > 0 ? loadRps / capacity : 0;
    }
}

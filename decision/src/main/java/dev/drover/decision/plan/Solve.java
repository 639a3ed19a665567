package dev.drover.decision.plan;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import dev.drover.decision.plan.Fleet.EdgeDemand;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Pours what may be poured, and rounds it to whole slots: all slots of all edges, or the understudies of one region. */
final class Solve {

    private final Fleet fleet;
    private final List<RegionId> regions;

    Solve(Fleet fleet) {
        this.fleet = fleet;
        this.regions = fleet.regions();
    }

    /** New owners for all slots but those that fixed regions can keep; the fewest change hands. */
    SortedMap<EdgeId, SlotTable> owners(SortedMap<EdgeId, SlotTable> tables) {
        SortedMap<EdgeId, SortedMap<Owner, Integer>> kept = kept(tables);
        SortedMap<EdgeId, Integer> slots = new TreeMap<>();
        kept.forEach((edge, weights) -> slots.put(edge, Slots.COUNT - sum(weights)));
        SortedMap<EdgeId, SlotTable> next = new TreeMap<>();
        spread(slots, new TreeMap<>(), null).forEach((edge, free) -> {
            kept.getOrDefault(edge, new TreeMap<>()).forEach((owner, count) -> free.merge(owner, count, Integer::sum));
            SlotTable table = tables.get(edge);
            next.put(edge, table == null ? Handover.fresh(free) : Handover.to(free, table));
        });
        return next;
    }

    /** What fixed regions own of each edge; of one that is overloaded by it, the part that fits. */
    private SortedMap<EdgeId, SortedMap<Owner, Integer>> kept(SortedMap<EdgeId, SlotTable> tables) {
        SortedMap<RegionId, Double> loads = fleet.loads(tables, new TreeSet<>());
        SortedMap<EdgeId, SortedMap<Owner, Integer>> kept = new TreeMap<>();
        fleet.edges().keySet().forEach(edge -> kept.put(edge, new TreeMap<>()));
        for (RegionId region : fleet.fixed()) {
            Owner owner = Owner.of(region);
            double most = fleet.utilization().max() * fleet.capacityOf(region);
            double load = loads.getOrDefault(region, 0.0);
            double part = load > most ? most / load : 1;
            kept.forEach((edge, weights) -> {
                SlotTable table = tables.get(edge);
                int count = table == null ? 0 : (int) Math.floor(table.weightOf(owner) * part);
                if (count > 0) {
                    weights.put(owner, count);
                }
            });
        }
        return kept;
    }

    private static int sum(SortedMap<Owner, Integer> weights) {
        return weights.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The same tables with understudies that keep every survivor within its maximum, whichever region is lost. */
    SortedMap<EdgeId, SlotTable> understudies(SortedMap<EdgeId, SlotTable> tables) {
        SortedMap<EdgeId, SlotTable> next = new TreeMap<>(tables);
        SortedSet<RegionId> settled = new TreeSet<>();
        for (RegionId lost : overlaidFirst()) {
            SortedMap<RegionId, Double> loads = fleet.loads(next, settled);
            settled.add(lost);
            SortedMap<EdgeId, Integer> slots = new TreeMap<>();
            tables.forEach((edge, table) -> {
                int owned = table.weightOf(Owner.of(lost));
                if (owned > 0 && fleet.edges().containsKey(edge)) {
                    slots.put(edge, owned);
                }
            });
            spread(slots, loads, lost)
                    .forEach((edge, shares) ->
                            next.computeIfPresent(edge, (key, table) -> studied(table, lost, shares)));
        }
        next.replaceAll((edge, table) -> table.map(run ->
                run.owner().isShed() ? new SlotRun(run.first(), run.last(), Owner.SHED, Owner.SHED, run.home()) : run));
        return next;
    }

    /** What edges act on already is settled first: it is a part of the load that the others are settled on top of. */
    private List<RegionId> overlaidFirst() {
        List<RegionId> order = new ArrayList<>(fleet.overlaid());
        regions.stream().filter(region -> !order.contains(region)).forEach(order::add);
        return order;
    }

    private SortedMap<EdgeId, SortedMap<Owner, Integer>> spread(
            SortedMap<EdgeId, Integer> slots, SortedMap<RegionId, Double> taken, @Nullable RegionId lost) {
        List<EdgeId> edges = List.copyOf(slots.keySet());
        double[] demand = new double[edges.size()];
        double[][] latency = new double[edges.size()][];
        for (int i = 0; i < demand.length; i++) {
            EdgeDemand edge = edge(edges.get(i));
            demand[i] = slots.getOrDefault(edges.get(i), 0) * edge.slotRps();
            latency[i] = latencies(edge, lost);
        }
        double[] capacity = regions.stream().mapToDouble(fleet::capacityOf).toArray();
        double[] load = regions.stream()
                .mapToDouble(region -> taken.getOrDefault(region, 0.0))
                .toArray();
        double[][] poured = new WaterFill(demand, latency, capacity, load).pour(fleet.utilization());
        double[] room = fleet.roomRps(regions, taken, lost);
        for (double[] row : poured) {
            for (int region = 0; region < room.length; region++) {
                room[region] -= row[region];
            }
        }
        SortedMap<EdgeId, SortedMap<Owner, Integer>> shares = new TreeMap<>();
        for (int i = 0; i < demand.length; i++) {
            int count = slots.getOrDefault(edges.get(i), 0);
            shares.put(edges.get(i), Shares.of(count, edge(edges.get(i)).slotRps(), poured[i], regions, room));
        }
        return shares;
    }

    private double[] latencies(EdgeDemand edge, @Nullable RegionId lost) {
        return regions.stream()
                .mapToDouble(region -> region.equals(lost) || fleet.fixed().contains(region) || !edge.allows(region)
                        ? Double.NaN
                        : edge.latencyMs().getOrDefault(region, Double.NaN))
                .toArray();
    }

    private EdgeDemand edge(EdgeId edge) {
        EdgeDemand demand = fleet.edges().get(edge);
        if (demand == null) {
            throw new IllegalArgumentException(
                    "edge " + edge + " (expected: one of " + fleet.edges().keySet() + ")");
        }
        return demand;
    }

    private static SlotTable studied(SlotTable table, RegionId lost, SortedMap<Owner, Integer> shares) {
        SortedMap<Owner, Integer> left = new TreeMap<>(shares);
        List<SlotRun> runs = new ArrayList<>();
        for (SlotRun run : table.runs()) {
            if (!run.owner().is(lost)) {
                runs.add(run);
                continue;
            }
            int next = run.first();
            while (next <= run.last()) {
                Owner understudy = left.firstKey();
                int count = Math.min(run.last() - next + 1, left.getOrDefault(understudy, 0));
                runs.add(new SlotRun(next, next + count - 1, run.owner(), understudy, run.home()));
                left.computeIfPresent(understudy, (owner, slots) -> slots > count ? slots - count : null);
                next += count;
            }
        }
        return new SlotTable(runs);
    }
}

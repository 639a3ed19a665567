package dev.drover.decision.plan;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.decision.solve.Contingencies;
import dev.drover.decision.solve.Contingency;
import dev.drover.decision.solve.SteeringProblemBuilder;
import dev.drover.decision.solve.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who takes over which slots, whichever region is lost: solved so that every survivor stays within its maximum.
 *
 * <p>What some edges act on already stays as it is while it is safe, as another answer would move their users once more;
 * if it is not, it is settled first. Either way it is a part of the load that the others are settled on top of.
 */
final class Understudies {

    private final Fleet fleet;
    private final SortedMap<EdgeId, SlotTable> tables;
    /** Slots in force at their owner, by edge. */
    private final SortedMap<EdgeId, SortedMap<Owner, Integer>> weights = new TreeMap<>();
    /** Requests/s of slots that are in force at their understudy. */
    private final SortedMap<RegionId, Double> takenOverRps = new TreeMap<>();

    private final SortedMap<RegionId, Contingency> contingencies = new TreeMap<>();
    /** Regions whose understudies are in force at some edges, and stay there. */
    private final SortedSet<RegionId> standing = new TreeSet<>();

    private Understudies(Fleet fleet, SortedMap<EdgeId, SlotTable> tables) {
        this.fleet = fleet;
        this.tables = tables;
        fleet.edges().keySet().forEach(edge -> {
            SlotTable table = tables.get(edge);
            weights.put(edge, table == null ? new TreeMap<>() : new TreeMap<>(table.weights()));
        });
    }

    /** Solves the loss of every region. */
    static Understudies of(Fleet fleet, SortedMap<EdgeId, SlotTable> tables) {
        Understudies understudies = new Understudies(fleet, tables);
        boolean fits = new Loads(fleet, tables).areWithin(fleet.utilization().max());
        for (RegionId region : fleet.overlaid()) {
            if (fits && understudies.serve(region)) {
                understudies.keep(region);
            } else {
                understudies.settle(region);
            }
        }
        for (Contingency contingency : Contingencies.of(understudies.inForce())) {
            understudies.contingencies.putIfAbsent(contingency.lost(), contingency);
        }
        return understudies;
    }

    /** What happens to the slots of each region if it is lost. */
    SortedMap<RegionId, Contingency> contingencies() {
        return Collections.unmodifiableSortedMap(contingencies);
    }

    /** Whether every edge that cannot reach the region has somebody who takes its users. */
    private boolean serve(RegionId overlaid) {
        return tables.entrySet().stream()
                .filter(edge -> fleet.edge(edge.getKey()).avoids(Owner.of(overlaid)))
                .flatMap(edge -> edge.getValue().runs().stream())
                .filter(run -> run.owner().is(overlaid))
                .allMatch(run -> run.understudy()
                        .region()
                        .filter(region -> fleet.capacityOf(region) > 0)
                        .isPresent());
    }

    private void keep(RegionId overlaid) {
        standing.add(overlaid);
        Owner owner = Owner.of(overlaid);
        tables.forEach((edge, table) -> {
            if (fleet.edge(edge).avoids(owner)) {
                weights.computeIfPresent(edge, (name, slots) -> without(slots, owner));
                table.runs().stream().filter(run -> run.owner().equals(owner)).forEach(run -> run.understudy()
                        .region()
                        .ifPresent(region -> takenOverRps.merge(
                                region, run.size() * fleet.edge(edge).slotRps(), Double::sum)));
            }
        });
    }

    private void settle(RegionId overlaid) {
        Contingency contingency = Contingencies.ifLost(inForce(), overlaid);
        contingencies.put(overlaid, contingency);
        Owner owner = Owner.of(overlaid);
        contingency.understudies().forEach((edge, understudies) -> {
            if (fleet.edge(edge).avoids(owner)) {
                weights.computeIfPresent(edge, (name, slots) -> without(slots, owner));
                understudies.forEach((understudy, slots) -> understudy
                        .region()
                        .ifPresent(region -> takenOverRps.merge(
                                region, slots * fleet.edge(edge).slotRps(), Double::sum)));
            }
        });
    }

    private static SortedMap<Owner, Integer> without(SortedMap<Owner, Integer> slots, Owner owner) {
        SortedMap<Owner, Integer> others = new TreeMap<>(slots);
        others.remove(owner);
        return others;
    }

    private Weights inForce() {
        SteeringProblemBuilder problem = fleet.problem(fleet.moveCostMs());
        takenOverRps.forEach(problem::carries);
        weights.forEach((edge, slots) -> problem.onlySlots(
                edge, slots.values().stream().mapToInt(Integer::intValue).sum()));
        return Weights.of(problem.build(), weights);
    }

    /** The same tables with these understudies; a slot that is shed has none. */
    SortedMap<EdgeId, SlotTable> tables() {
        SortedMap<EdgeId, SlotTable> next = new TreeMap<>();
        tables.forEach((edge, table) -> next.put(edge, studied(edge, table)));
        return next;
    }

    private SlotTable studied(EdgeId edge, SlotTable table) {
        SortedMap<Owner, SortedMap<Owner, Integer>> left = new TreeMap<>();
        List<SlotRun> runs = new ArrayList<>();
        for (SlotRun run : table.runs()) {
            if (stands(edge, run)) {
                runs.add(run);
                continue;
            }
            run.owner()
                    .region()
                    .ifPresentOrElse(
                            region -> split(run, left.computeIfAbsent(run.owner(), unknown -> of(region, edge)), runs),
                            () -> runs.add(new SlotRun(run.first(), run.last(), Owner.SHED, Owner.SHED, run.home())));
        }
        return new SlotTable(runs);
    }

    private boolean stands(EdgeId edge, SlotRun run) {
        return !standing.isEmpty()
                && fleet.edge(edge).avoids(run.owner())
                && run.owner().region().filter(standing::contains).isPresent();
    }

    private SortedMap<Owner, Integer> of(RegionId lost, EdgeId edge) {
        Contingency contingency = contingencies.get(lost);
        return contingency == null ? new TreeMap<>() : new TreeMap<>(contingency.understudiesOf(edge));
    }

    /** Gives a run's slots to the understudies that have some left, in their order. */
    private static void split(SlotRun run, SortedMap<Owner, Integer> left, List<SlotRun> runs) {
        int next = run.first();
        while (next <= run.last()) {
            Owner understudy = left.isEmpty() ? Owner.SHED : left.firstKey();
            int count = Math.min(run.last() - next + 1, left.getOrDefault(understudy, run.size()));
            runs.add(new SlotRun(next, next + count - 1, run.owner(), understudy, run.home()));
            left.computeIfPresent(understudy, (owner, slots) -> slots > count ? slots - count : null);
            next += count;
        }
    }
}

package dev.drover.decision.plan;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.decision.rotate.Access;
import dev.drover.decision.rotate.Access.Phase;
import dev.drover.decision.rotate.Access.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Decides the owner and understudy of every slot: the least that answers what has changed, and nothing if nothing has.
 *
 * <p>In this order: act on the contingency of a region that was lost; solve anew if a limit is broken or a region is
 * out; hand over the next part of a region that leaves or comes back; take home what can go home; then give every slot
 * an understudy.
 */
public final class Planner {

    /** How far demand may drift above what was planned at the maximum before it is solved anew: noise moves nobody. */
    private static final double DRIFT = 0.01;
    /** A survivor may be this much above its maximum in a contingency before understudies count as unsafe: noise. */
    private static final double UNSAFE = 0.005;

    private final Fleet fleet;
    private final SortedMap<RegionId, Access> before;
    private final SortedMap<RegionId, Access> after;
    private final int rebalanceSlots;

    /**
     * What is planned for.
     *
     * @param before what each region was allowed when the tables were made
     * @param after what it is allowed now
     * @param rebalanceSlots how many slots must move at least, if they move for the gain alone
     */
    public Planner(
            Fleet fleet, SortedMap<RegionId, Access> before, SortedMap<RegionId, Access> after, int rebalanceSlots) {
        this.fleet = fleet;
        this.before = before;
        this.after = after;
        this.rebalanceSlots = rebalanceSlots;
    }

    /**
     * The next plan.
     *
     * @param tables in force
     * @param demanded a reason to solve anew that lies outside, or nothing
     * @param reviewDue whether what could be better, and whether the understudies are still safe, is looked at now
     */
    public Plan next(SortedMap<EdgeId, SlotTable> tables, Optional<String> demanded, boolean reviewDue) {
        SortedMap<EdgeId, SlotTable> owners = leaving(lost(studied(ofThisFleet(tables))));
        Optional<String> trigger = demanded.or(() -> broken(owners));
        if (trigger.isPresent()) {
            return planned(tables, solved(owners), trigger);
        }
        SortedMap<EdgeId, SlotTable> stepped = back(returning(owners));
        if (!stepped.equals(tables) || namesNotOpen(stepped, run -> true)) {
            return planned(tables, stepped, Optional.empty());
        }
        boolean isDown = !turned((was, is) -> is.reason() == Reason.DOWN && was.reason() != Reason.DOWN)
                .isEmpty();
        return reviewDue || isDown ? reviewed(stepped) : new Plan(tables, Optional.empty(), Plan.Change.NONE);
    }

    private Plan planned(
            SortedMap<EdgeId, SlotTable> from, SortedMap<EdgeId, SlotTable> owners, Optional<String> trigger) {
        SortedMap<EdgeId, SlotTable> next = new Solve(fleet).understudies(owners);
        if (next.equals(from)) {
            return new Plan(next, trigger, Plan.Change.NONE);
        }
        boolean moves = !next.keySet().equals(from.keySet()) || Moved.slots(from, next) > 0;
        return new Plan(next, trigger, moves ? Plan.Change.OWNERS : Plan.Change.UNDERSTUDIES);
    }

    /** Without what the steering policy does not name any more: edges, and regions that an edge may not use. */
    private SortedMap<EdgeId, SlotTable> ofThisFleet(SortedMap<EdgeId, SlotTable> tables) {
        SortedMap<EdgeId, SlotTable> kept = new TreeMap<>(tables);
        kept.keySet().retainAll(fleet.edges().keySet());
        fleet.edges()
                .forEach((edge, demand) -> kept.computeIfPresent(
                        edge,
                        (name, table) ->
                                table.map(run -> Homes.within(demand.latencyMs().keySet(), run))));
        return kept;
    }

    /** With new understudies if a region hands over now, and whoever stands in for it is on its way or out itself. */
    private SortedMap<EdgeId, SlotTable> studied(SortedMap<EdgeId, SlotTable> tables) {
        List<RegionId> handing = turned((was, is) -> !is.isSameStepAs(was));
        boolean stale = namesNotOpen(
                tables, run -> run.owner().region().filter(handing::contains).isPresent());
        return stale ? new Solve(fleet).understudies(tables) : tables;
    }

    /** Whether among those runs an understudy may not take over any more. */
    private boolean namesNotOpen(SortedMap<EdgeId, SlotTable> tables, Predicate<SlotRun> among) {
        return tables.values().stream()
                .flatMap(table -> table.runs().stream())
                .filter(among)
                .anyMatch(run -> run.understudy()
                        .region()
                        .filter(region -> !isOpen(region))
                        .isPresent());
    }

    private boolean isOpen(RegionId region) {
        Access access = after.get(region);
        return access != null && access.phase() == Phase.OPEN;
    }

    private SortedMap<EdgeId, SlotTable> lost(SortedMap<EdgeId, SlotTable> tables) {
        SortedMap<EdgeId, SlotTable> next = tables;
        for (RegionId region : turned((was, is) -> !was.isClosed() && is.isClosed() && is.reason() == Reason.LOST)) {
            next = Step.lose(region, next);
        }
        return next;
    }

    /** Why the tables cannot stay as they are, if they cannot. */
    private Optional<String> broken(SortedMap<EdgeId, SlotTable> tables) {
        if (!tables.keySet().equals(fleet.edges().keySet())) {
            return Optional.of("there are new edges");
        }
        SortedMap<RegionId, Double> loads = fleet.loads(tables);
        for (Map.Entry<RegionId, Access> region : after.entrySet()) {
            if (region.getValue().isClosed() && owns(tables, region.getKey())) {
                return Optional.of(region.getKey() + " is out of rotation");
            }
        }
        for (Map.Entry<RegionId, Double> load : loads.entrySet()) {
            double most = fleet.utilization().max() * fleet.capacityOf(load.getKey());
            if (load.getValue() > most * (1 + DRIFT)) {
                return Optional.of(load.getKey() + " would serve " + Math.round(load.getValue()) + " requests/s, and "
                        + Math.round(most) + " is its maximum");
            }
        }
        return Optional.empty();
    }

    private static boolean owns(SortedMap<EdgeId, SlotTable> tables, RegionId region) {
        return tables.values().stream().anyMatch(table -> table.weightOf(Owner.of(region)) > 0);
    }

    private SortedMap<EdgeId, SlotTable> solved(SortedMap<EdgeId, SlotTable> tables) {
        return allWell() ? Homes.settle(goal(fleet, tables)) : new Solve(fleet).owners(tables);
    }

    private SortedMap<EdgeId, SlotTable> leaving(SortedMap<EdgeId, SlotTable> tables) {
        SortedMap<EdgeId, SlotTable> next = tables;
        for (RegionId region : turned((was, is) -> is.phase() == Phase.LEAVING && is.percent() < was.percent())) {
            double left = (double) percent(after, region) / percent(before, region);
            next = Step.leave(region, left, next);
        }
        return next;
    }

    private SortedMap<EdgeId, SlotTable> returning(SortedMap<EdgeId, SlotTable> tables) {
        Fleet free = fleet.withNothingFixed();
        SortedMap<EdgeId, SlotTable> next = tables;
        for (RegionId region : turned((was, is) -> is.phase() == Phase.RETURNING && !is.isSameStepAs(was))) {
            next = Step.comeBack(region, percent(after, region) / 100.0, next, goal(free, next));
        }
        return next;
    }

    private SortedMap<EdgeId, SlotTable> back(SortedMap<EdgeId, SlotTable> tables) {
        boolean anyBack = !turned((was, is) -> is.phase() == Phase.OPEN && was.phase() != Phase.OPEN)
                .isEmpty();
        return anyBack ? goal(fleet, tables) : tables;
    }

    /** Where everyone should be: at home, if that is possible; who is fixed stays where he is. */
    private static SortedMap<EdgeId, SlotTable> goal(Fleet fleet, SortedMap<EdgeId, SlotTable> tables) {
        SortedMap<EdgeId, SlotTable> homes = Homes.of(tables, fleet.fixed());
        return Homes.fit(fleet, homes) ? homes : new Solve(fleet).owners(tables);
    }

    /** During an outage only those move who must: everyone else would move once more when it ends. */
    private Plan reviewed(SortedMap<EdgeId, SlotTable> tables) {
        boolean underWay = after.values().stream()
                .anyMatch(access -> access.phase() == Phase.LEAVING || access.phase() == Phase.RETURNING);
        SortedMap<EdgeId, SlotTable> better = underWay ? tables : goal(fleet, tables);
        Score then = Score.of(fleet, better, tables);
        Score now = Score.of(fleet, tables, tables);
        boolean worth = then.servesMoreThan(now, fleet.demandRps())
                || (allWell() && then.isWorthMoreThan(now) && Moved.slots(tables, better) >= rebalanceSlots);
        if (worth) {
            return planned(tables, allWell() ? Homes.settle(better) : better, Optional.of("much is to gain by it"));
        }
        return Contingency.isSafe(fleet, tables, UNSAFE)
                ? new Plan(tables, Optional.empty(), Plan.Change.NONE)
                : planned(tables, tables, Optional.empty());
    }

    private boolean allWell() {
        return after.values().stream().allMatch(access -> access.phase() == Phase.OPEN) && fleet.whole();
    }

    private interface Turn {
        boolean happened(Access was, Access is);
    }

    private List<RegionId> turned(Turn turn) {
        List<RegionId> turned = new ArrayList<>();
        after.forEach((region, is) -> {
            if (turn.happened(before.getOrDefault(region, Access.open(is.since())), is)) {
                turned.add(region);
            }
        });
        return turned;
    }

    private static int percent(SortedMap<RegionId, Access> access, RegionId region) {
        Access found = access.get(region);
        return found == null ? 100 : found.percent();
    }
}

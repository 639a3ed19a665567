package dev.drover.decision.plan;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.decision.rotate.Access;
import dev.drover.decision.solve.Contingency;
import dev.drover.decision.solve.SteeringProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * Decides the owner and understudy of every slot: the least that answers what has changed, and nothing if nothing has.
 *
 * <p>In this order: act on the contingency of a region that is out of rotation from now on; solve anew if a limit is
 * broken; hand over the next part of a region that leaves or comes back; take what is much to gain; then give every slot
 * an understudy.
 */
public final class Planner {

    /** How far a region may be above its maximum before it is solved anew: rounding of demand moves nobody. */
    private static final double DRIFT = 0.01;
    /** Understudies are made anew if a survivor would be above its maximum, or could be so much cooler. */
    private static final double COOLER = 0.02;
    /** Utilizations are sums of doubles. */
    private static final double ROUNDING = 1e-9;
    /** Of a lost region's users: the part that is shed for no need before understudies are made anew. */
    private static final double NEEDLESS = 0.001;
    /** So many slots of an edge must be served again before others move for it: more than rounding. */
    private static final int RELIEVED_SLOTS = 10;
    /** While not all is well, who moves moves back later: only those move who must, and they to where it is near. */
    private static final double STAYING_MS = SteeringProblem.MAX_MS;

    private final Fleet fleet;
    private final Turns turns;
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
        this.turns = new Turns(before, after);
        this.rebalanceSlots = rebalanceSlots;
    }

    /**
     * The next plan.
     *
     * @param tables in force
     * @param demanded a reason to solve anew that lies outside, or nothing; there is one if the steering policy changed
     * @param reviewDue whether what could be better, and whether the understudies are still safe, is looked at now
     */
    public Plan next(SortedMap<EdgeId, SlotTable> tables, Optional<String> demanded, boolean reviewDue) {
        SortedMap<EdgeId, SlotTable> known = demanded.isPresent() ? Homes.ofThisFleet(fleet, tables) : tables;
        SortedMap<EdgeId, SlotTable> owners = leaving(closing(studied(known)));
        Optional<String> trigger = demanded.or(() -> broken(owners));
        if (trigger.isPresent()) {
            return planned(tables, solved(owners), trigger);
        }
        SortedMap<EdgeId, SlotTable> stepped = back(returning(owners));
        boolean isReview = reviewDue || turns.isAnyOutForGood();
        Optional<SortedMap<EdgeId, SlotTable>> better = isReview ? better(stepped) : Optional.empty();
        if (better.isPresent()) {
            return planned(tables, better.get(), Optional.of("much is to gain by it"));
        }
        boolean stands = stepped.equals(tables) && !namesNotOpen(stepped, run -> true);
        if (!stands) {
            return planned(tables, stepped, Optional.empty());
        }
        return isReview ? restudied(tables) : new Plan(tables, Optional.empty(), Plan.Change.NONE);
    }

    private Plan planned(
            SortedMap<EdgeId, SlotTable> from, SortedMap<EdgeId, SlotTable> owners, Optional<String> trigger) {
        SortedMap<EdgeId, SlotTable> next = Understudies.of(fleet, owners).tables();
        if (next.equals(from)) {
            return new Plan(next, trigger, Plan.Change.NONE);
        }
        boolean moves = !next.keySet().equals(from.keySet()) || Moved.slots(from, next) > 0;
        return new Plan(next, trigger, moves ? Plan.Change.OWNERS : Plan.Change.UNDERSTUDIES);
    }

    /** With new understudies if a region hands over now, and whoever stands in for it is on its way or out itself. */
    private SortedMap<EdgeId, SlotTable> studied(SortedMap<EdgeId, SlotTable> tables) {
        List<RegionId> handing = turns.any();
        boolean stale = !handing.isEmpty()
                && namesNotOpen(
                        tables,
                        run -> run.owner().region().filter(handing::contains).isPresent());
        return stale ? Understudies.of(fleet, tables).tables() : tables;
    }

    /** Whether among those runs an understudy may not take over any more. */
    private boolean namesNotOpen(SortedMap<EdgeId, SlotTable> tables, Predicate<SlotRun> among) {
        List<RegionId> notOpen = turns.notOpen();
        return !notOpen.isEmpty()
                && tables.values().stream()
                        .flatMap(table -> table.runs().stream())
                        .anyMatch(run -> run.understudy()
                                        .region()
                                        .filter(notOpen::contains)
                                        .isPresent()
                                && among.test(run));
    }

    /** Who is taken out of rotation hands over to the understudies: they were solved for it, and nobody else moves. */
    private SortedMap<EdgeId, SlotTable> closing(SortedMap<EdgeId, SlotTable> tables) {
        SortedMap<EdgeId, SlotTable> next = tables;
        for (RegionId region : turns.closed()) {
            next = Step.lose(region, next);
        }
        return next;
    }

    /** Why the tables cannot stay as they are, if they cannot. */
    private Optional<String> broken(SortedMap<EdgeId, SlotTable> tables) {
        if (!tables.keySet().equals(fleet.edges().keySet())) {
            return Optional.of("there are new edges");
        }
        Loads loads = new Loads(fleet, tables);
        for (RegionId region : turns.notOpen()) {
            if (fleet.capacityOf(region) == 0 && loads.owns(region)) {
                return Optional.of(region + " is out of rotation");
            }
        }
        for (Map.Entry<RegionId, Double> load : loads.byRegion().entrySet()) {
            double most = fleet.utilization().max() * fleet.capacityOf(load.getKey());
            if (load.getValue() > most * (1 + DRIFT)) {
                return Optional.of(load.getKey() + " would serve " + Math.round(load.getValue()) + " requests/s, and "
                        + Math.round(most) + " is its maximum");
            }
        }
        return Optional.empty();
    }

    private SortedMap<EdgeId, SlotTable> solved(SortedMap<EdgeId, SlotTable> tables) {
        double most = Homes.roomyPeak(fleet);
        return allWell()
                ? Homes.settle(goal(fleet, tables, most, fleet.moveCostMs()))
                : goal(fleet, tables, most, STAYING_MS);
    }

    private SortedMap<EdgeId, SlotTable> leaving(SortedMap<EdgeId, SlotTable> tables) {
        SortedMap<EdgeId, SlotTable> next = tables;
        for (RegionId region : turns.lowered()) {
            next = Step.leave(region, turns.partLeft(region), next);
        }
        return next;
    }

    private SortedMap<EdgeId, SlotTable> returning(SortedMap<EdgeId, SlotTable> tables) {
        Fleet free = fleet.withNothingFixed();
        SortedMap<EdgeId, SlotTable> next = tables;
        for (RegionId region : turns.raised()) {
            SortedMap<EdgeId, SlotTable> goal =
                    goal(free, next, fleet.utilization().max(), fleet.moveCostMs());
            next = Step.comeBack(region, turns.part(region), next, goal);
        }
        return next;
    }

    private SortedMap<EdgeId, SlotTable> back(SortedMap<EdgeId, SlotTable> tables) {
        return turns.opened().isEmpty()
                ? tables
                : goal(fleet, tables, fleet.utilization().max(), fleet.moveCostMs());
    }

    /** Where everyone should be: at home, if they fit there up to that utilization; else where it is best. */
    private static SortedMap<EdgeId, SlotTable> goal(
            Fleet fleet, SortedMap<EdgeId, SlotTable> tables, double most, double moveCostMs) {
        SortedMap<EdgeId, SlotTable> homes = Homes.of(fleet, tables);
        boolean fit = Homes.fit(fleet, homes, most);
        if (fit && fleet.shedRps(homes) == 0) {
            return homes;
        }
        SortedMap<EdgeId, SlotTable> best = Owners.solved(fleet, tables, moveCostMs);
        return fit && !Moved.relieves(fleet, homes, best, RELIEVED_SLOTS) ? homes : best;
    }

    /** What is so much better that it is worth a publication. */
    private Optional<SortedMap<EdgeId, SlotTable>> better(SortedMap<EdgeId, SlotTable> tables) {
        if (!allWell()) {
            return servingMore(tables);
        }
        SortedMap<EdgeId, SlotTable> best = Owners.solved(fleet, tables, fleet.moveCostMs());
        SortedMap<EdgeId, SlotTable> homes = Homes.of(fleet, tables);
        if (Moved.slots(tables, homes) > 0
                && Homes.fit(fleet, homes, Homes.roomyPeak(fleet))
                && !Moved.relieves(fleet, homes, best, RELIEVED_SLOTS)) {
            return Optional.of(homes);
        }
        boolean worth = Moved.relieves(fleet, tables, best, RELIEVED_SLOTS)
                || (Moved.slots(tables, best) >= rebalanceSlots
                        && Score.of(fleet, best, tables).isWorthMoreThan(Score.of(fleet, tables, tables)));
        return worth ? Optional.of(Homes.settle(best)) : Optional.empty();
    }

    /** During an outage only those move who must, so that others can be served: all would move once more in the end. */
    private Optional<SortedMap<EdgeId, SlotTable>> servingMore(SortedMap<EdgeId, SlotTable> tables) {
        if (fleet.shedRps(tables) == 0) {
            return Optional.empty();
        }
        SortedMap<EdgeId, SlotTable> more = Owners.solved(fleet, tables, STAYING_MS);
        return Moved.relieves(fleet, tables, more, RELIEVED_SLOTS) ? Optional.of(more) : Optional.empty();
    }

    /** New understudies if those in force do not hold what they promise any more, or could promise much more. */
    private Plan restudied(SortedMap<EdgeId, SlotTable> tables) {
        Understudies anew = Understudies.of(fleet, tables);
        Loads loads = new Loads(fleet, tables);
        boolean good = anew.contingencies().values().stream().allMatch(best -> isAsGoodAs(best, loads));
        SortedMap<EdgeId, SlotTable> next = good ? tables : anew.tables();
        return new Plan(next, Optional.empty(), next.equals(tables) ? Plan.Change.NONE : Plan.Change.UNDERSTUDIES);
    }

    private boolean isAsGoodAs(Contingency best, Loads inForce) {
        RegionId lost = best.lost();
        double peak = inForce.peakWithout(lost);
        double least = Math.max(fleet.utilization().target(), best.peak());
        return inForce.shedRpsWithout(lost) <= best.shedRps() + NEEDLESS * inForce.ownedRps(lost)
                && peak <= Math.max(least, fleet.utilization().max()) + ROUNDING
                && peak <= least + COOLER;
    }

    private boolean allWell() {
        return turns.notOpen().isEmpty() && fleet.whole();
    }
}

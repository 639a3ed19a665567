package dev.drover.simulation.invariant;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.decision.Decision;
import dev.drover.decision.plan.Fleet;
import dev.drover.simulation.fleet.SimulatedFleet;
import dev.drover.simulation.history.Fact;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * I7: no publication plans more onto a region than its maximum at the published demand, and neither do all edges
 * together when they act on the loss of any one region.
 */
final class WithinCapacity implements Invariant {

    /** Demand may drift that far above what was planned before it is planned anew; slots are whole. */
    private static final double DRIFT = 0.015;

    private final double max;

    WithinCapacity(SimulatedFleet fleet) {
        this.max = fleet.settings().policy().utilization().max();
    }

    @Override
    public String id() {
        return "I7";
    }

    @Override
    public String promise() {
        return "no region is planned above its maximum at the published demand, nor if any one region is lost";
    }

    @Override
    public void saw(Fact fact, long nanos, Consumer<String> broken) {
        if (fact instanceof Fact.Published published) {
            published
                    .decision()
                    .filter(decision -> carriesOut(published, decision))
                    .ifPresent(decision -> check(published, decision, broken));
        }
    }

    /** A leader that is not warm yet states what was in force, whatever the demand; so does one that panics. */
    private static boolean carriesOut(Fact.Published published, Decision decision) {
        return decision.isNews()
                && decision.next()
                        .tables()
                        .equals(published.publication().policy().edges());
    }

    private void check(Fact.Published published, Decision decision, Consumer<String> broken) {
        Fleet fleet = decision.fleet();
        SortedMap<EdgeId, SlotTable> tables = decision.next().tables();
        String id = published.publication().policy().id() + ": ";
        within(id, fleet, tables, broken);
        Set<RegionId> overlaid = overlaid(fleet, tables);
        for (RegionId lost : fleet.capacityRps().keySet()) {
            if (overlaid.isEmpty() || overlaid.equals(Set.of(lost))) {
                within(id + "without " + lost + ", ", fleet, acted(lost, tables), broken);
            }
        }
    }

    /** The regions on whose loss some edge acts already: the loss of another would be a second one. */
    private static Set<RegionId> overlaid(Fleet fleet, SortedMap<EdgeId, SlotTable> tables) {
        Set<RegionId> overlaid = new TreeSet<>();
        fleet.edges().forEach((edge, demand) -> demand.avoided().forEach(region -> {
            SlotTable table = tables.get(edge);
            if (table != null && table.weightOf(Owner.of(region)) > 0) {
                overlaid.add(region);
            }
        }));
        return overlaid;
    }

    private static SortedMap<EdgeId, SlotTable> acted(RegionId lost, SortedMap<EdgeId, SlotTable> tables) {
        SortedMap<EdgeId, SlotTable> acted = new TreeMap<>(tables);
        acted.replaceAll((edge, table) -> table.map(run -> run.owner().is(lost)
                ? new SlotRun(run.first(), run.last(), run.understudy(), Owner.SHED, run.home())
                : run));
        return acted;
    }

    private void within(String when, Fleet fleet, SortedMap<EdgeId, SlotTable> tables, Consumer<String> broken) {
        double slotRps = fleet.demandRps() / 10_000;
        fleet.loads(tables).forEach((region, load) -> {
            double most = max * fleet.capacityRps().getOrDefault(region, 0.0);
            if (load > most * (1 + DRIFT) + slotRps + 1e-6) {
                broken.accept(String.format(
                        Locale.ROOT, "%s%s is planned with %.3f requests/s of at most %.3f", when, region, load, most));
            }
        });
    }
}

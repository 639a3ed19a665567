package dev.drover.decision;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import dev.drover.api.steering.GuardSettings;
import dev.drover.decision.plan.Fleet;
import dev.drover.decision.rotate.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks at what a world publishes, and says what must not be. */
final class Safety {

    /** Demand may drift that far above what was planned before it is planned anew. */
    private static final double DRIFT = 0.01;

    private final World world;

    Safety(World world) {
        this.world = world;
    }

    /** Everything that must not be in what was published, in words. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        SortedMap<EdgeId, SlotTable> before = new TreeMap<>();
        List<Decision> published = world.published();
        for (int i = 0; i < published.size(); i++) {
            Decision decision = published.get(i);
            List<String> here = new ArrayList<>();
            closedRegions(decision, here);
            if (i > 0) {
                gains(published.get(i - 1), decision, here);
            }
            rotation(i == 0 ? decision : published.get(i - 1), decision, here);
            loads(decision, here);
            if (!decision.next().tables().equals(before)) {
                contingencies(decision, here);
            }
            before = decision.next().tables();
            for (String fault : here) {
                faults.add("publication " + (i + 1) + " because of " + decision.causes() + ": " + fault);
            }
        }
        return faults;
    }

    private static void closedRegions(Decision decision, List<String> faults) {
        decision.next().memory().regions().forEach((region, state) -> {
            if (state.access().isClosed()) {
                decision.next().tables().forEach((edge, table) -> {
                    for (SlotRun run : table.runs()) {
                        if (run.owner().is(region) || run.understudy().is(region)) {
                            faults.add(region + " is closed, and " + edge + " has " + run);
                        }
                    }
                });
            }
        });
    }

    /** Who is evacuated gains nothing, whatever happens elsewhere; who returns has no more than his step allows. */
    private void gains(Decision before, Decision decision, List<String> faults) {
        for (RegionId region : world.policy().regions().keySet()) {
            Access was = before.next().memory().of(region, World.START).access();
            Access is = decision.next().memory().of(region, World.START).access();
            boolean drained = was.reason() == Access.Reason.ORDER && is.reason() == Access.Reason.ORDER;
            int most =
                    is.phase() == Access.Phase.RETURNING ? is.percent() * Slots.COUNT / 100 : drained ? 0 : Slots.COUNT;
            decision.next().tables().forEach((edge, table) -> {
                int had = before.next().tables().get(edge).weightOf(Owner.of(region));
                int has = table.weightOf(Owner.of(region));
                if (has > Math.max(had, most)) {
                    faults.add(region + " is " + is.phase() + " at " + is.percent() + " % and goes from " + had + " to "
                            + has + " slots of " + edge);
                }
            });
        }
    }

    /** Who is out by order and fails when the order ends stays out: automation takes nobody out beyond its bound. */
    private void rotation(Decision before, Decision decision, List<String> faults) {
        GuardSettings guards = world.policy().guards();
        int open = 0;
        int byAutomation = 0;
        boolean takenOut = false;
        for (RegionId region : world.policy().regions().keySet()) {
            Access was = before.next().memory().of(region, World.START).access();
            Access is = decision.next().memory().of(region, World.START).access();
            open += is.isClosed() ? 0 : 1;
            byAutomation += is.isClosedByAutomation() ? 1 : 0;
            takenOut |= is.isClosedByAutomation() && !was.isClosed();
        }
        if (open < guards.minInRotation()) {
            faults.add("only " + open + " regions are in rotation");
        }
        if (takenOut && byAutomation > guards.maxAutoEvacuated()) {
            faults.add(byAutomation + " regions are out by automation");
        }
    }

    private void loads(Decision decision, List<String> faults) {
        within("", decision.fleet(), decision.next().tables(), faults);
    }

    /** What all edges together bring to a survivor is the most that any of them can bring: slots only come. */
    private void contingencies(Decision decision, List<String> faults) {
        for (RegionId lost : world.policy().regions().keySet()) {
            SortedMap<EdgeId, SlotTable> acted = new TreeMap<>(decision.next().tables());
            acted.replaceAll((edge, table) -> table.map(run -> run.owner().is(lost)
                    ? new SlotRun(run.first(), run.last(), run.understudy(), Owner.SHED, run.home())
                    : run));
            within("without " + lost + ", ", decision.fleet(), acted, faults);
        }
    }

    private void within(String when, Fleet fleet, SortedMap<EdgeId, SlotTable> tables, List<String> faults) {
        double slotsRps = fleet.edges().values().stream()
                .mapToDouble(edge -> edge.demandRps() / Slots.COUNT)
                .sum();
        fleet.loads(tables).forEach((region, load) -> {
            double most =
                    world.policy().utilization().max() * fleet.capacityRps().get(region);
            if (load > most * (1 + DRIFT) + 1e-6) {
                faults.add(when + region + " is planned with " + load + " requests/s of at most " + most + " ("
                        + slotsRps + ")");
            }
        });
    }
}

package dev.drover.decision.plan;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.rest.ContingencyReport;
import dev.drover.api.rest.ContingencyReport.Loss;
import dev.drover.api.rest.ContingencyReport.Outcome;
import dev.drover.api.rest.ContingencyReport.SecondLoss;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.decision.solve.Contingency;
import dev.drover.decision.solve.Totals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the loss of each region would lead to, by the understudies that are in the tables.
 *
 * <p>The whole report solves the fleet about as often as it has pairs of regions: it is for when somebody asks.
 */
public final class Losses {

    private final Fleet fleet;
    private final SortedMap<EdgeId, SlotTable> tables;
    private final Loads loads;

    /**
     * Looks at tables as they are in force.
     *
     * @param tables of the fleet's edges; what they name beside is left out
     */
    public Losses(Fleet fleet, SortedMap<EdgeId, SlotTable> tables) {
        this.fleet = fleet;
        this.tables = Homes.ofThisFleet(fleet, tables);
        this.loads = new Loads(fleet, this.tables);
    }

    /** Whether all users of that region would be served if it were lost. */
    public boolean isSurvivable(RegionId lost) {
        return loads.shedRpsWithout(lost) == 0;
    }

    /** Requests/s of that region's users that nobody would serve if it were lost. */
    public double shedRpsWithout(RegionId lost) {
        return loads.shedRpsWithout(lost);
    }

    /** The same for every region that has capacity. */
    public SortedMap<RegionId, Double> shedRps() {
        SortedMap<RegionId, Double> shed = new TreeMap<>();
        fleet.regions().stream()
                .filter(region -> fleet.capacityOf(region) > 0)
                .forEach(region -> shed.put(region, shedRpsWithout(region)));
        return shed;
    }

    /** The utilization of each other region if that one were lost. */
    public SortedMap<RegionId, Double> utilizationWithout(RegionId lost) {
        return loads.utilizationWithout(lost);
    }

    /**
     * The N-1 report: the loss of every region that has capacity.
     *
     * @param understudiesAt when the understudies in force were last made or found good
     */
    public ContingencyReport report(Instant understudiesAt, Instant now) {
        List<Loss> losses = new ArrayList<>();
        for (RegionId region : fleet.regions()) {
            if (fleet.capacityOf(region) > 0) {
                losses.add(of(region));
            }
        }
        return new ContingencyReport(now, understudiesAt, outcome(fleet.shedRps(tables), loads.utilization()), losses);
    }

    private Loss of(RegionId lost) {
        Totals reshuffled = Owners.reshuffled(fleet.without(lost), tables);
        return new Loss(
                lost,
                isSurvivable(lost),
                shedByEdge(lost),
                outcome(fleet.shedRps(tables) + shedRpsWithout(lost), utilizationWithout(lost)),
                outcome(reshuffled.shedRps(), reshuffled.utilization()),
                second(lost));
    }

    private SortedMap<EdgeId, Double> shedByEdge(RegionId lost) {
        SortedMap<EdgeId, Double> shed = new TreeMap<>();
        fleet.edges().forEach((edge, demand) -> {
            SlotTable table = tables.get(edge);
            int slots = 0;
            for (SlotRun run : table == null ? List.<SlotRun>of() : table.runs()) {
                slots += run.owner().is(lost) && run.understudy().isShed() ? run.size() : 0;
            }
            if (slots > 0) {
                shed.put(edge, slots * demand.slotRps());
            }
        });
        return shed;
    }

    /** The worst that can come next, once the first loss is answered and everyone has new understudies. */
    private @Nullable SecondLoss second(RegionId lost) {
        Fleet left = fleet.without(lost);
        SortedMap<EdgeId, SlotTable> answered = Step.lose(lost, tables);
        double shedRps = left.shedRps(answered);
        return Understudies.of(left, answered).contingencies().values().stream()
                .filter(second -> left.capacityOf(second.lost()) > 0)
                .max(Comparator.comparingDouble(Contingency::shedRps).thenComparingDouble(Contingency::peak))
                .map(worst -> new SecondLoss(worst.lost(), outcome(shedRps + worst.shedRps(), worst.utilization())))
                .orElse(null);
    }

    private static Outcome outcome(double shedRps, SortedMap<RegionId, Double> utilization) {
        RegionId hottest = null;
        double peak = 0;
        for (Map.Entry<RegionId, Double> region : utilization.entrySet()) {
            if (region.getValue() > peak) {
                peak = region.getValue();
                hottest = region.getKey();
            }
        }
        return new Outcome(shedRps, peak, hottest);
    }
}

package dev.drover.decision.plan;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.receipt.Alternative;
import dev.drover.api.receipt.Alternative.Option;
import dev.drover.api.receipt.Alternative.Reason;
import dev.drover.api.receipt.Figures;
import dev.drover.api.receipt.Limit;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.decision.plan.Fleet.EdgeDemand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a plan comes to, what limits it, and why not another one: for people, after it was decided.
 *
 * <p>It solves the fleet once more, so it is for publications, not for every decision.
 */
public final class Appraisal {

    /** What a region may be short of a limit and still be called full: about what rounding to slots leaves. */
    private static final double FULL = 0.005;
    /** The part of all demand under which two plans serve the same. */
    private static final double SAME_PART = 0.001;
    /** The utilization under which two plans are as hot. */
    private static final double SAME_PEAK = 0.005;
    /** Under so many ms on average nobody is nearer. */
    private static final double SAME_MS = 0.05;

    private final Fleet fleet;
    private final SortedMap<EdgeId, SlotTable> before;
    private final SortedMap<EdgeId, SlotTable> after;
    private final Loads loads;

    /**
     * Appraises a plan.
     *
     * @param fleet that it was made for
     * @param before what was in force; empty if nothing was
     * @param after what is
     */
    public Appraisal(Fleet fleet, SortedMap<EdgeId, SlotTable> before, SortedMap<EdgeId, SlotTable> after) {
        this.fleet = fleet;
        this.before = before;
        this.after = after;
        this.loads = new Loads(fleet, after);
    }

    /** What the plan comes to. */
    public Figures figures() {
        return figures(after, loads);
    }

    private Figures figures(SortedMap<EdgeId, SlotTable> tables, Loads of) {
        double servedRps = 0;
        double latency = 0;
        for (Map.Entry<EdgeId, EdgeDemand> edge : fleet.edges().entrySet()) {
            SlotTable table = tables.get(edge.getKey());
            for (SlotRun run : table == null ? List.<SlotRun>of() : table.runs()) {
                EdgeDemand demand = edge.getValue();
                Owner inForce = demand.avoids(run.owner()) ? run.understudy() : run.owner();
                double rps = inForce.isShed() ? 0 : run.size() * demand.slotRps();
                servedRps += rps;
                latency += rps
                        * inForce.region()
                                .map(region -> demand.latencyMs().getOrDefault(region, 0.0))
                                .orElse(0.0);
            }
        }
        double meanMs = servedRps > 0 ? latency / servedRps : 0;
        return new Figures(fleet.shedRps(tables), of.peak(), meanMs, Moved.rps(fleet, before, tables));
    }

    /** Regions that are full, and users that nobody serves; the most at stake first. */
    public List<Limit> limits() {
        List<Limit.EdgeShed> shed = new ArrayList<>();
        fleet.edges().forEach((edge, demand) -> {
            SlotTable table = after.get(edge);
            int slots = table == null ? 0 : table.weightOf(Owner.SHED);
            if (slots > 0) {
                shed.add(new Limit.EdgeShed(edge, slots * demand.slotRps()));
            }
        });
        shed.sort(Comparator.comparingDouble(Limit.EdgeShed::shedRps).reversed());
        List<Limit> limits = new ArrayList<>(shed);
        limits.addAll(full());
        return limits;
    }

    private List<Limit.RegionFull> full() {
        double peak = Math.max(fleet.utilization().target(), loads.peak());
        double most = fleet.utilization().max();
        double allowed = peak > most - FULL ? most : peak;
        List<Limit.RegionFull> full = new ArrayList<>();
        loads.utilization().forEach((region, utilization) -> {
            if (utilization >= allowed - FULL) {
                full.add(new Limit.RegionFull(region, utilization, allowed));
            }
        });
        full.sort(Comparator.comparingDouble(Limit.RegionFull::utilization).reversed());
        return full;
    }

    /** What else could have been done, and why it was not. */
    public List<Alternative> rejected() {
        List<Alternative> rejected = new ArrayList<>();
        if (!before.isEmpty()) {
            rejected(Option.STAY, before).ifPresent(rejected::add);
            rejected(Option.GO_HOME, allHome()).ifPresent(rejected::add);
        }
        rejected(Option.SOLVE_ANEW, Owners.solved(fleet.withNothingFixed(), new TreeMap<>(), 0))
                .ifPresent(rejected::add);
        return rejected;
    }

    private SortedMap<EdgeId, SlotTable> allHome() {
        SortedMap<EdgeId, SlotTable> home = new TreeMap<>(before);
        home.replaceAll((edge, table) -> table.map(run -> Handover.owned(run, run.home())));
        return home;
    }

    private Optional<Alternative> rejected(Option option, SortedMap<EdgeId, SlotTable> tables) {
        Loads of = new Loads(fleet, tables);
        Figures figures = figures(tables, of);
        return reason(of, figures).map(reason -> new Alternative(option, figures, reason));
    }

    /** Nothing if it is not worse by any goal: then it is the same thing, or as good. */
    private Optional<Reason> reason(Loads of, Figures other) {
        Figures chosen = figures();
        if (fleet.regions().stream().anyMatch(region -> isClosed(region) && of.owns(region))) {
            return Optional.of(Reason.USES_CLOSED_REGION);
        }
        if (!of.areWithin(fleet.utilization().max() + FULL)) {
            return Optional.of(Reason.ABOVE_MAXIMUM);
        }
        if (other.shedRps() > chosen.shedRps() + SAME_PART * fleet.demandRps()) {
            return Optional.of(Reason.SHEDS_MORE);
        }
        double least = Math.max(fleet.utilization().target(), chosen.peakUtilization());
        if (other.peakUtilization() > least + SAME_PEAK) {
            return Optional.of(Reason.HOTTER);
        }
        if (other.movedRps() > chosen.movedRps() + SAME_PART * fleet.demandRps()) {
            return Optional.of(Reason.MOVES_MORE);
        }
        return other.meanLatencyMs() > chosen.meanLatencyMs() + SAME_MS
                ? Optional.of(Reason.FARTHER)
                : Optional.empty();
    }

    private boolean isClosed(RegionId region) {
        return fleet.capacityOf(region) <= 0;
    }
}

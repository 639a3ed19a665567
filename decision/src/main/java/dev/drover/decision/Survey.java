package dev.drover.decision;

import dev.drover.api.cause.Strain;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.steering.BrakeSettings;
import dev.drover.decision.judge.Docket;
import dev.drover.decision.plan.Fleet;
import dev.drover.decision.rotate.Access;
import dev.drover.decision.rotate.Outlook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the regions bear what was decided last, at the present demand.
 *
 * @param fleet the present demand, and the capacities by the access of before
 * @param tables in force
 * @param access of before
 * @param docket what is proved of the regions' answers
 * @param brake what a hand-over waits for
 * @param now the moment
 */
record Survey(
        Fleet fleet,
        SortedMap<EdgeId, SlotTable> tables,
        SortedMap<RegionId, Access> access,
        Docket docket,
        BrakeSettings brake,
        Instant now) {

    /** Over which it is looked at how regions bear it: two steps of a planned evacuation. */
    private static final Duration WINDOW = Duration.ofSeconds(30);

    /**
     * How a hand-over of a region goes.
     *
     * @param ordered whether one may begin now, so that its peak must be foreseen
     */
    Outlook of(RegionId region, boolean ordered) {
        Access is = access.get(region);
        boolean begins = ordered && (is == null || is.phase() == Access.Phase.OPEN);
        return new Outlook(begins ? peakWithout(region) : 0, strainOf(region).orElse(null));
    }

    private double peakWithout(RegionId region) {
        SortedMap<EdgeId, SlotTable> acted = new TreeMap<>(tables);
        acted.replaceAll((edge, table) -> table.map(run -> run.owner().is(region)
                ? new SlotRun(run.first(), run.last(), run.understudy(), Owner.SHED, run.home())
                : run));
        return fullest(acted, region).map(Map.Entry::getValue).orElse(0.0);
    }

    /** Nothing if none is under way. Whoever comes back is not blamed for what was before this step. */
    private Optional<Strain> strainOf(RegionId region) {
        Access is = access.get(region);
        if (is == null || !is.isUnderWay()) {
            return Optional.empty();
        }
        Instant since = now.minus(WINDOW);
        if (is.reason() != Access.Reason.ORDER) {
            return suffering(region, is.since().isAfter(since) ? is.since() : since);
        }
        List<Strain> strains = new ArrayList<>();
        for (RegionId survivor : open()) {
            suffering(survivor, since).ifPresent(strains::add);
        }
        overfull(region, is).ifPresent(strains::add);
        return strains.stream().max(Comparator.comparingDouble(strain -> strain.value() - strain.limit()));
    }

    private List<RegionId> open() {
        return access.entrySet().stream()
                .filter(region -> region.getValue().phase() == Access.Phase.OPEN)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<Strain> suffering(RegionId region, Instant since) {
        double failing = docket.failingBeyond(region, since, brake.failureRatio());
        if (failing > 0) {
            return Optional.of(new Strain(Strain.Kind.FAILING, region, failing, brake.failureRatio()));
        }
        double late = docket.lateBeyond(region, since, brake.lateRatio());
        return late > 0 ? Optional.of(new Strain(Strain.Kind.LATE, region, late, brake.lateRatio())) : Optional.empty();
    }

    private Optional<Strain> overfull(RegionId leaving, Access access) {
        Double foreseen = access.progress() == null ? null : access.progress().foreseenPeak();
        if (foreseen == null) {
            return Optional.empty();
        }
        double limit = foreseen + brake.abovePeak();
        return fullest(tables, leaving)
                .filter(full -> full.getValue() > limit)
                .map(full -> new Strain(Strain.Kind.FULL, full.getKey(), full.getValue(), limit));
    }

    private Optional<Map.Entry<RegionId, Double>> fullest(SortedMap<EdgeId, SlotTable> served, RegionId without) {
        SortedMap<RegionId, Double> utilization = new TreeMap<>();
        fleet.loads(served).forEach((region, load) -> {
            double capacity = fleet.capacityRps().getOrDefault(region, 0.0);
            if (!region.equals(without) && capacity > 0) {
                utilization.put(region, load / capacity);
            }
        });
        return utilization.entrySet().stream().max(Map.Entry.comparingByValue());
    }
}

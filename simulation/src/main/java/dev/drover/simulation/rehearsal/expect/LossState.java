package dev.drover.simulation.rehearsal.expect;

import dev.drover.api.fleet.RegionId;
import dev.drover.simulation.rehearsal.record.Planned;
import dev.drover.simulation.rehearsal.record.Recording;
import dev.drover.simulation.rehearsal.record.Timeline;
import java.util.List;
import java.util.Optional;

/**
 * Whether the publication holds the answer to the loss of regions, of each by itself.
 *
 * @param utilizationAtMost of every survivor then
 * @param shedAtMost the part of all demand that is shed then, 0 to 1
 */
record LossState(List<RegionId> lost, double utilizationAtMost, double shedAtMost) implements State {

    @Override
    public String subject() {
        return "the loss of " + Words.list(lost);
    }

    @Override
    public String expected() {
        return "leads to a utilization of at most " + Range.shown(utilizationAtMost) + " and sheds at most "
                + Range.shown(shedAtMost);
    }

    @Override
    public List<Timeline<?>> watched(Recording recording) {
        return List.of(recording.published());
    }

    @Override
    public Optional<String> instead(Recording recording, long nanos) {
        return recording.published().at(nanos).flatMap(planned -> lost.stream()
                .map(region -> wrong(region, planned, recording))
                .flatMap(Optional::stream)
                .findFirst());
    }

    private Optional<String> wrong(RegionId region, Planned planned, Recording recording) {
        Loads loads = Loads.ifLost(planned, region);
        for (RegionId survivor : recording.policy().regions().keySet()) {
            double utilization = loads.utilization(survivor, recording.policy());
            if (!survivor.equals(region) && !Range.atMost(utilizationAtMost).accepts(utilization)) {
                return Optional.of(
                        "the loss of " + region + " leads to " + survivor + " at " + Range.shown(utilization));
            }
        }
        return Range.atMost(shedAtMost).accepts(loads.shed())
                ? Optional.empty()
                : Optional.of("the loss of " + region + " sheds " + Range.shown(loads.shed()));
    }
}

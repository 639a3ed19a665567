package dev.drover.simulation.rehearsal.expect;

import dev.drover.api.fleet.RegionId;
import dev.drover.simulation.rehearsal.record.Recording;
import dev.drover.simulation.rehearsal.record.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How full regions are planned, overlays included, as a part of their tested capacity. */
record UtilizationState(List<RegionId> regions, Range parts) implements State {

    @Override
    public String subject() {
        return "utilization of " + Words.list(regions);
    }

    @Override
    public String expected() {
        return parts.toString();
    }

    @Override
    public List<Timeline<?>> watched(Recording recording) {
        List<Timeline<?>> watched = new ArrayList<>(List.of(recording.published()));
        recording.agents().forEach(agent -> watched.add(recording.agent(agent)));
        return watched;
    }

    @Override
    public Optional<String> instead(Recording recording, long nanos) {
        return recording.published().at(nanos).flatMap(planned -> {
            Loads loads = Loads.of(planned, recording, nanos);
            return regions.stream()
                    .filter(region -> !parts.accepts(loads.utilization(region, recording.policy())))
                    .map(region -> region + " planned at " + Range.shown(loads.utilization(region, recording.policy())))
                    .findFirst();
        });
    }
}

package dev.drover.simulation.rehearsal.expect;

import dev.drover.api.fleet.RegionId;
import dev.drover.simulation.rehearsal.record.Recording;
import dev.drover.simulation.rehearsal.record.Timeline;
import java.util.List;
import java.util.Optional;

/** How many requests really come to regions, as a part of their tested capacity. */
record LoadState(List<RegionId> regions, Range parts) implements State {

    @Override
    public String subject() {
        return "load of " + Words.list(regions);
    }

    @Override
    public String expected() {
        return parts.toString();
    }

    @Override
    public List<Timeline<?>> watched(Recording recording) {
        return regions.stream().<Timeline<?>>map(recording::load).toList();
    }

    @Override
    public Optional<String> instead(Recording recording, long nanos) {
        return regions.stream()
                .filter(region -> !parts.accepts(recording.load(region).at(nanos)))
                .map(region ->
                        region + " gets " + Range.shown(recording.load(region).at(nanos)))
                .findFirst();
    }
}

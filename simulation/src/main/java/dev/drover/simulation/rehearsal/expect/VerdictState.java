package dev.drover.simulation.rehearsal.expect;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.verdict.Verdict;
import dev.drover.simulation.rehearsal.record.Recording;
import dev.drover.simulation.rehearsal.record.Timeline;
import java.util.List;
import java.util.Optional;

/**
 * What the leader concludes of regions.
 *
 * @param accepted any of these
 */
record VerdictState(List<RegionId> regions, List<Verdict> accepted) implements State {

    @Override
    public String subject() {
        return Words.list(regions);
    }

    @Override
    public String expected() {
        return Words.either(accepted);
    }

    @Override
    public List<Timeline<?>> watched(Recording recording) {
        return regions.stream().<Timeline<?>>map(recording::verdict).toList();
    }

    @Override
    public Optional<String> instead(Recording recording, long nanos) {
        return regions.stream()
                .filter(region -> !accepted.contains(recording.verdict(region).at(nanos)))
                .map(region -> region + " is " + recording.verdict(region).at(nanos))
                .findFirst();
    }
}

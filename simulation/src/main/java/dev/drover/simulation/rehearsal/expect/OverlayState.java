package dev.drover.simulation.rehearsal.expect;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.simulation.rehearsal.record.AgentState;
import dev.drover.simulation.rehearsal.record.Recording;
import dev.drover.simulation.rehearsal.record.Timeline;
import java.util.List;
import java.util.Optional;

/** At how many edges agents act on the contingency of one of these regions by themselves. */
record OverlayState(List<RegionId> regions, List<EdgeId> edges, Range count) implements State {

    @Override
    public String subject() {
        return "edges of " + Words.list(edges) + " with an overlay for " + Words.either(regions);
    }

    @Override
    public String expected() {
        return count.toString();
    }

    @Override
    public List<Timeline<?>> watched(Recording recording) {
        return recording.agents().stream().<Timeline<?>>map(recording::agent).toList();
    }

    @Override
    public Optional<String> instead(Recording recording, long nanos) {
        List<EdgeId> acting = recording.agents().stream()
                .filter(agent -> acts(recording.agent(agent).at(nanos)))
                .map(AgentId::edge)
                .distinct()
                .filter(edges::contains)
                .toList();
        return count.accepts(acting.size())
                ? Optional.empty()
                : Optional.of(acting.size() + " edges act on a contingency " + acting);
    }

    private boolean acts(AgentState state) {
        RegionId region = state.overlay();
        return region != null && regions.contains(region);
    }
}

package dev.drover.simulation.rehearsal.expect;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.routing.PolicyId;
import dev.drover.simulation.rehearsal.record.AgentState;
import dev.drover.simulation.rehearsal.record.Planned;
import dev.drover.simulation.rehearsal.record.Recording;
import dev.drover.simulation.rehearsal.record.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether every agent of these edges that is on serves by the publication in the store. */
record ConvergedState(List<EdgeId> edges) implements State {

    @Override
    public String subject() {
        return "the agents of " + Words.list(edges);
    }

    @Override
    public String expected() {
        return "serve by the newest publication";
    }

    @Override
    public List<Timeline<?>> watched(Recording recording) {
        List<Timeline<?>> watched = new ArrayList<>(List.of(recording.published()));
        recording.agents().forEach(agent -> watched.add(recording.agent(agent)));
        return watched;
    }

    @Override
    public Optional<String> instead(Recording recording, long nanos) {
        PolicyId newest = recording.published().at(nanos).map(Planned::id).orElse(null);
        if (newest == null) {
            return Optional.of("nothing is published");
        }
        return recording.agents().stream()
                .filter(agent -> edges.contains(agent.edge()))
                .filter(agent -> {
                    AgentState state = recording.agent(agent).at(nanos);
                    return state.policy() != null && !newest.equals(state.policy());
                })
                .map(agent -> agent + " serves by "
                        + recording.agent(agent).at(nanos).policy() + ", and " + newest + " is published")
                .findFirst();
    }
}

package dev.drover.simulation.rehearsal.expect;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.slot.Owner;
import dev.drover.simulation.rehearsal.record.AgentState;
import dev.drover.simulation.rehearsal.record.Recording;
import dev.drover.simulation.rehearsal.record.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many slots of edges an owner has.
 *
 * @param where looked at
 */
record WeightState(List<Owner> owners, List<EdgeId> edges, Range slots, Where where) implements State {

    /** Where one can look. */
    enum Where {
        /** In the publication in the store. */
        PUBLISHED,
        /** At the agents, their overlays included. */
        SERVING
    }

    @Override
    public String subject() {
        return (where == Where.PUBLISHED ? "weight of " : "serving weight of ") + Words.list(owners) + " at "
                + Words.list(edges);
    }

    @Override
    public String expected() {
        return slots.toString();
    }

    @Override
    public List<Timeline<?>> watched(Recording recording) {
        List<Timeline<?>> watched = new ArrayList<>(List.of(recording.published()));
        recording.agents().forEach(agent -> watched.add(recording.agent(agent)));
        return watched;
    }

    @Override
    public Optional<String> instead(Recording recording, long nanos) {
        return where == Where.PUBLISHED ? published(recording, nanos) : serving(recording, nanos);
    }

    private Optional<String> published(Recording recording, long nanos) {
        return recording.published().at(nanos).flatMap(planned -> planned.tables().entrySet().stream()
                .filter(table -> edges.contains(table.getKey()))
                .flatMap(table -> owners.stream()
                        .map(owner ->
                                wrong(table.getKey(), owner, table.getValue().weightOf(owner))))
                .flatMap(Optional::stream)
                .findFirst());
    }

    private Optional<String> serving(Recording recording, long nanos) {
        for (AgentId agent : recording.agents()) {
            AgentState state = recording.agent(agent).at(nanos);
            if (!edges.contains(agent.edge()) || state.policy() == null) {
                continue;
            }
            for (Owner owner : owners) {
                Optional<String> wrong = wrong(agent, owner, state.weights().getOrDefault(owner, 0));
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> wrong(Object at, Owner owner, int weight) {
        return slots.accepts(weight) ? Optional.empty() : Optional.of(owner + " has " + weight + " slots at " + at);
    }
}

package dev.drover.simulation.rehearsal.expect;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.simulation.rehearsal.record.AgentState;
import dev.drover.simulation.rehearsal.record.Planned;
import dev.drover.simulation.rehearsal.record.Recording;
import dev.drover.simulation.rehearsal.record.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the users of edges are where they live when all is well: by the publication, and at every agent. */
record HomeState(List<EdgeId> edges) implements State {

    @Override
    public String subject() {
        return "everybody of " + Words.list(edges);
    }

    @Override
    public String expected() {
        return "at home";
    }

    @Override
    public List<Timeline<?>> watched(Recording recording) {
        List<Timeline<?>> watched = new ArrayList<>(List.of(recording.published()));
        recording.agents().forEach(agent -> watched.add(recording.agent(agent)));
        return watched;
    }

    @Override
    public Optional<String> instead(Recording recording, long nanos) {
        Optional<Planned> planned = recording.published().at(nanos);
        for (EdgeId edge : edges) {
            SlotTable table =
                    planned.map(Planned::tables).map(tables -> tables.get(edge)).orElse(null);
            if (table == null) {
                return Optional.of("nothing is published");
            }
            int away = table.runs().stream()
                    .filter(run -> !run.owner().equals(run.home()))
                    .mapToInt(SlotRun::size)
                    .sum();
            if (away > 0) {
                return Optional.of(away + " slots of " + edge + " are not at home");
            }
            Optional<AgentId> other = agentThatSends(edge, table, recording, nanos);
            if (other.isPresent()) {
                return Optional.of(other.get() + " does not serve by what is published");
            }
        }
        return Optional.empty();
    }

    private static Optional<AgentId> agentThatSends(EdgeId edge, SlotTable table, Recording recording, long nanos) {
        return recording.agents().stream()
                .filter(agent -> agent.edge().equals(edge))
                .filter(agent -> {
                    AgentState state = recording.agent(agent).at(nanos);
                    return state.policy() != null && !state.weights().equals(table.weights());
                })
                .findFirst();
    }
}

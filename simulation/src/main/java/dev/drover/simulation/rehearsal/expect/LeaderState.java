package dev.drover.simulation.rehearsal.expect;

import dev.drover.simulation.rehearsal.record.Recording;
import dev.drover.simulation.rehearsal.record.Timeline;
import java.util.List;
import java.util.Optional;

/** How many controllers believe that they lead. */
record LeaderState(Range count) implements State {

    @Override
    public String subject() {
        return "leaders";
    }

    @Override
    public String expected() {
        return count.toString();
    }

    @Override
    public List<Timeline<?>> watched(Recording recording) {
        return List.of(recording.leadership());
    }

    @Override
    public Optional<String> instead(Recording recording, long nanos) {
        List<String> leaders = recording.leadership().at(nanos).leaders();
        return count.accepts(leaders.size()) ? Optional.empty() : Optional.of(leaders.size() + " lead " + leaders);
    }
}

package dev.drover.simulation.rehearsal.expect;

import dev.drover.simulation.rehearsal.record.Recording;
import dev.drover.simulation.rehearsal.record.Timeline;
import java.util.List;
import java.util.Optional;

/**
 * Whether people are told something.
 *
 * @param text that is a part of what they are told
 */
record ToldState(String text, Told told) implements State {

    /** Whether they are. */
    enum Told {
        /** They are. */
        TOLD,
        /** They are not. */
        UNTOLD
    }

    @Override
    public String subject() {
        return "people are";
    }

    @Override
    public String expected() {
        return (told == Told.TOLD ? "told '" : "not told '") + text + "'";
    }

    @Override
    public List<Timeline<?>> watched(Recording recording) {
        return List.of(recording.leadership());
    }

    @Override
    public Optional<String> instead(Recording recording, long nanos) {
        List<String> notes = recording.leadership().at(nanos).notes();
        boolean said = notes.stream().anyMatch(note -> note.contains(text));
        if (said == (told == Told.TOLD)) {
            return Optional.empty();
        }
        return Optional.of("people are told " + (notes.isEmpty() ? "nothing" : notes));
    }
}

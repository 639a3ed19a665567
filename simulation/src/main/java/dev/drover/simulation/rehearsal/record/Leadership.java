package dev.drover.simulation.rehearsal.record;

import java.util.List;

/**
 * Who leads, and what controllers tell people.
 *
 * @param leaders who believe that they lead
 * @param notes what they tell: what is held back, and why; those who may lead and hold back tell it too
 */
public record Leadership(List<String> leaders, List<String> notes) {

    /** Nobody, and nothing. */
    public static final Leadership NONE = new Leadership(List.of(), List.of());

    /** Copies the lists. */
    public Leadership {
        leaders = List.copyOf(leaders);
        notes = List.copyOf(notes);
    }
}

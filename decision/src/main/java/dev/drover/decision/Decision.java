package dev.drover.decision;

import dev.drover.api.cause.Cause;
import dev.drover.api.cause.Note;
import dev.drover.api.fleet.RegionId;
import dev.drover.decision.plan.Fleet;
import java.util.List;

/**
 * What was decided, and why.
 *
 * @param next where the decision stands now; to be remembered whether it is published or not
 * @param causes why it should be published; empty if there is nothing to publish
 * @param back the regions whose loss it takes back
 * @param notes what a person should know though nothing changes: what is held back and why
 * @param fleet the demand and the capacities that it was made for
 */
public record Decision(DecisionState next, List<Cause> causes, List<RegionId> back, List<Note> notes, Fleet fleet) {

    /** Copies the lists. */
    public Decision {
        causes = List.copyOf(causes);
        back = List.copyOf(back);
        notes = List.copyOf(notes);
    }

    /** Whether there is something to publish. */
    public boolean isNews() {
        return !causes.isEmpty();
    }
}

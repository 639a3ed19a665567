package dev.drover.api.session;

import dev.drover.api.settings.Check;
import dev.drover.api.verdict.Tally;

/**
 * What happened to users' requests at an agent since its last report.
 *
 * @param arrived requests that came, shed ones included, retries excluded: the demand
 * @param failed those that users saw fail
 * @param retried those that layer 1 sent to the understudy
 * @param shed those that got the static answer
 */
public record UserTally(long arrived, long failed, long retried, long shed) {

    /** Nobody came. */
    public static final UserTally NONE = new UserTally(0, 0, 0, 0);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public UserTally {
        Check.within("arrived", arrived, 0, Long.MAX_VALUE);
        Check.within("failed", failed, 0, Long.MAX_VALUE);
        Check.within("retried", retried, 0, Long.MAX_VALUE);
        Check.within("shed", shed, 0, Long.MAX_VALUE);
    }

    /** Both together; a sum that does not fit stays at the highest number. */
    public UserTally plus(UserTally other) {
        return new UserTally(
                Tally.sum(arrived, other.arrived),
                Tally.sum(failed, other.failed),
                Tally.sum(retried, other.retried),
                Tally.sum(shed, other.shed));
    }
}

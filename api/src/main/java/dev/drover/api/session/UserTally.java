package dev.drover.api.session;

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
        if (arrived < 0 || failed < 0 || retried < 0 || shed < 0) {
            throw new IllegalArgumentException("users: " + arrived + " arrived, " + failed + " failed, " + retried
                    + " retried, " + shed + " shed (expected: none negative)");
        }
    }

    /** Both together. */
    public UserTally plus(UserTally other) {
        return new UserTally(
                arrived + other.arrived, failed + other.failed, retried + other.retried, shed + other.shed);
    }
}

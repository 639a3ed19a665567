package dev.drover.simulation.rehearsal.record;

/**
 * How users fared since the beginning of the run.
 *
 * @param arrived requests
 * @param failed those that ended in an error for the user
 * @param shed those that got the edge's static answer
 */
public record UserCount(long arrived, long failed, long shed) {

    /** Before the first. */
    public static final UserCount NONE = new UserCount(0, 0, 0);

    /** Both together. */
    public UserCount plus(UserCount other) {
        return new UserCount(arrived + other.arrived, failed + other.failed, shed + other.shed);
    }

    /** What has come since. */
    public UserCount minus(UserCount earlier) {
        return new UserCount(arrived - earlier.arrived, failed - earlier.failed, shed - earlier.shed);
    }
}

package dev.drover.decision.rotate;

import dev.drover.api.routing.Mark;
import java.time.Instant;

/**
 * How much of its users a region may have.
 *
 * @param phase where it is on its way out or back
 * @param percent of its users that it may have at most: while RETURNING of those at home there, while LEAVING of those
 *     that it had when the order came; 100 while OPEN, 0 while CLOSED
 * @param since when this step began
 * @param reason why it is not open; NONE while it is
 */
public record Access(Phase phase, int percent, Instant since, Reason reason) {

    /** Where a region is on its way out or back. */
    public enum Phase {
        /** In rotation. */
        OPEN,
        /** Coming back, step by step. */
        RETURNING,
        /** Leaving, step by step. */
        LEAVING,
        /** Out of rotation. */
        CLOSED
    }

    /** Who keeps a region out. */
    public enum Reason {
        /** Nobody. */
        NONE,
        /** Automation, for now. */
        LOST,
        /** Automation. */
        DOWN,
        /** An operator. */
        ORDER
    }

    /** In rotation since then. */
    public static Access open(Instant now) {
        return new Access(Phase.OPEN, 100, now, Reason.NONE);
    }

    static Access closed(Reason reason, Instant now) {
        return new Access(Phase.CLOSED, 0, now, reason);
    }

    static Access leaving(int percent, Instant now) {
        return new Access(Phase.LEAVING, percent, now, Reason.ORDER);
    }

    static Access returning(int percent, Instant now) {
        return new Access(Phase.RETURNING, percent, now, Reason.NONE);
    }

    /** Whether it owns nothing. */
    public boolean isClosed() {
        return phase == Phase.CLOSED;
    }

    /** Whether automation closed it. */
    public boolean isClosedByAutomation() {
        return isClosed() && reason != Reason.ORDER;
    }

    /** Whether that is the same step for the same reason, whenever it began. */
    public boolean isSameStepAs(Access other) {
        return phase == other.phase && percent == other.percent && reason == other.reason;
    }

    /** What the routing policy says of the region. */
    public Mark mark() {
        return switch (phase) {
            case OPEN, RETURNING -> Mark.OPEN;
            case LEAVING -> Mark.DRAINING;
            case CLOSED -> Mark.CLOSED;
        };
    }
}

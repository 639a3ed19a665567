package dev.drover.decision.rotate;

import dev.drover.api.routing.Mark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of its users a region may have.
 *
 * @param phase where it is on its way out or back
 * @param percent of its users that it may have at most: while RETURNING of those at home there, while LEAVING of those
 *     that it had when that began; 100 while OPEN, 0 while CLOSED
 * @param since when this step began
 * @param reason why it is not open; NONE while it is
 * @param outSince when it began to leave; absent while it is open or comes back
 * @param progress of a hand-over in steps; absent if there is nothing to say of it
 */
public record Access(
        Phase phase,
        int percent,
        Instant since,
        Reason reason,
        @Nullable Instant outSince,
        @Nullable Progress progress) {

    /** Nothing to say of a hand-over is nothing said. */
    public Access {
        progress = Progress.SMOOTH.equals(progress) ? null : progress;
    }

    /** Of which there is no more to say. */
    public Access(Phase phase, int percent, Instant since, Reason reason) {
        this(phase, percent, since, reason, null, null);
    }

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

    /**
     * How a hand-over in steps goes.
     *
     * @param foreseenPeak the highest utilization that was foreseen for the others when it began; absent on the way back
     * @param strainedSince since when something has been wrong; absent if nothing is
     * @param heldUntil until when it stays where it is, because it went back a step; absent if it did not
     */
    public record Progress(
            @Nullable Double foreseenPeak, @Nullable Instant strainedSince, @Nullable Instant heldUntil) {

        static final Progress SMOOTH = new Progress(null, null, null);

        Progress strained(@Nullable Instant since) {
            return new Progress(foreseenPeak, since, heldUntil);
        }

        /** Whether no further step is taken. */
        public boolean isWaiting() {
            return strainedSince != null || heldUntil != null;
        }

        Progress held(Instant until) {
            return new Progress(foreseenPeak, null, until);
        }
    }

    /** In rotation since then. */
    public static Access open(Instant now) {
        return new Access(Phase.OPEN, 100, now, Reason.NONE);
    }

    Access closed(Reason why, Instant now) {
        return new Access(Phase.CLOSED, 0, now, why, leavesSince(now), null);
    }

    Access leaving(int left, Reason why, Progress how, Instant now) {
        return new Access(Phase.LEAVING, left, now, why, leavesSince(now), how);
    }

    Access returning(int part, Reason why, Progress how, Instant now) {
        return new Access(Phase.RETURNING, part, now, why, null, how);
    }

    private Instant leavesSince(Instant now) {
        return outSince == null ? now : outSince;
    }

    Access with(Progress how) {
        return new Access(phase, percent, since, reason, outSince, how);
    }

    Progress progressOrSmooth() {
        return progress == null ? Progress.SMOOTH : progress;
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

    /** Whether users are handed over in steps, out or back. */
    public boolean isUnderWay() {
        return phase == Phase.LEAVING || phase == Phase.RETURNING;
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

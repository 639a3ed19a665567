package dev.drover.api.routing;

import dev.drover.api.fleet.ClusterId;
import dev.drover.api.settings.Check;
import java.util.Comparator;

/**
 * Which publication a routing policy is.
 *
 * @param cluster whose it is
 * @param epoch the leadership that published it, 1 or more: the fencing token
 * @param revision the number of the publication of its service, 1 or more; it grows for ever
 */
public record PolicyId(ClusterId cluster, long epoch, long revision) {

    private static final Comparator<PolicyId> AGE =
            Comparator.comparingLong(PolicyId::epoch).thenComparingLong(PolicyId::revision);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if epoch or revision is under 1
     */
    public PolicyId {
        Check.within("epoch", epoch, 1, Long.MAX_VALUE);
        Check.within("revision", revision, 1, Long.MAX_VALUE);
    }

    /** Whether this one counts more than the other: a higher epoch, or the same and a higher revision. */
    public boolean isNewerThan(PolicyId other) {
        return AGE.compare(this, other) > 0;
    }

    @Override
    public String toString() {
        return "epoch " + epoch + " revision " + revision;
    }
}

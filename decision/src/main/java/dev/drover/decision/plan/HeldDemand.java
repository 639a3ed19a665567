package dev.drover.decision.plan;

import org.jspecify.annotations.Nullable;

/**
 * The demand of an edge that is planned for: what was observed when it last differed by more than noise.
 *
 * <p>Held rather than followed, so that noise of 2 % up and down changes nothing at all, in whatever state the fleet is,
 * and a plan is exact for the demand that it was made for.
 */
public final class HeldDemand {

    /**
     * A rise beyond this is counted at once, as overload hurts more than caution. A region that is planned to its
     * maximum of 95 % stays under what it was tested for.
     */
    static final double RISE = 0.022;
    /** A fall beyond this; from the top of the noise to its bottom it is 4 %. */
    static final double FALL = 0.045;

    private HeldDemand() {}

    /**
     * The demand to plan for next.
     *
     * @param heldRps what was planned for before, if there was anything
     * @param observedRps as it is now, 0 or more
     */
    public static double next(@Nullable Double heldRps, double observedRps) {
        boolean isNoise = heldRps != null && observedRps <= heldRps * (1 + RISE) && observedRps >= heldRps * (1 - FALL);
        return isNoise ? heldRps : observedRps;
    }
}

package dev.drover.api.steering;

import dev.drover.api.settings.Check;

/**
 * How full regions may be, as parts of their capacity.
 *
 * @param target up to here nearness decides; above 0, at most {@code max}
 * @param max nothing is ever planned beyond it; at most 1
 */
public record Utilization(double target, double max) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if they are not 0 < target <= max <= 1
     */
    public Utilization {
        Check.within("max", max, 0.01, 1);
        Check.within("target", target, 0.01, max);
    }
}

package dev.drover.decision.judge;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.steering.CapacitySettings;
import java.time.Instant;

/**
 * What a DEGRADED region is planned with: what of its answers is good, in steps, each watched.
 *
 * @param settings the steps
 * @param docket what is proved of its answers
 */
record Capacity(CapacitySettings settings, Docket docket) {

    Judgement step(RegionId region, Judgement seen, Instant now) {
        if (seen.capacitySince().plus(settings.stepEvery()).isAfter(now)) {
            return seen;
        }
        int step = settings.stepPercent();
        int steps = Math.max(1, (int) Math.ceil(docket.badRatio(region) * 100 / step));
        int wanted = Math.max(settings.leastPercent(), 100 - steps * step);
        int next = wanted < seen.capacityPercent()
                ? Math.max(wanted, seen.capacityPercent() - step)
                : Math.min(wanted, seen.capacityPercent() + step);
        return next == seen.capacityPercent() ? seen : seen.withCapacity(next, now);
    }
}

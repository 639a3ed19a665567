package dev.drover.api.steering;

import dev.drover.api.settings.Check;
import java.time.Duration;

/**
 * How a region that goes down again and again is kept out for longer. Each DOWN adds to a penalty that decays.
 *
 * @param perDown what each DOWN adds, 1 to 1,000,000
 * @param halfLife after which half of the penalty is left, 1 s to 24 h
 * @param ceiling the penalty is never higher, {@code suppressAt} to 1,000,000
 * @param suppressAt from which penalty on the region stays out although it is clean, {@code reuseAt} to 1,000,000
 * @param reuseAt under which penalty it may return, 1 to 1,000,000
 * @param longest after which time it may return whatever the penalty, 0 to 24 h
 */
public record DampingSettings(
        double perDown, Duration halfLife, double ceiling, double suppressAt, double reuseAt, Duration longest) {

    private static final double MOST = 1_000_000;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the first parameter that is out of its range
     */
    public DampingSettings {
        Check.within("perDown", perDown, 1, MOST);
        Check.within("halfLife", halfLife, Duration.ofSeconds(1), Duration.ofHours(24));
        Check.within("reuseAt", reuseAt, 1, MOST);
        Check.within("suppressAt", suppressAt, reuseAt, MOST);
        Check.within("ceiling", ceiling, suppressAt, MOST);
        Check.within("longest", longest, Duration.ZERO, Duration.ofHours(24));
    }
}

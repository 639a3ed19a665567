package dev.drover.decision.judge;

import dev.drover.api.steering.DampingSettings;
import java.time.Duration;
import java.time.Instant;

/**
 * What a region that goes down again and again has to wait off; it decays by half in each half-life.
 *
 * @param points that it had {@code at} that time, 0 or more
 * @param at when it last went down
 * @param suppressed whether it stays out although it is clean, until the penalty is low again
 */
public record Penalty(double points, Instant at, boolean suppressed) {

    /** The region went DOWN once in living memory, or never. */
    static final Penalty NONE = new Penalty(0, Instant.EPOCH, false);

    /** What is left of it. */
    public double points(DampingSettings settings, Instant now) {
        double halves = Math.max(0, Duration.between(at, now).toMillis())
                / (double) settings.halfLife().toMillis();
        return points * StrictMath.pow(0.5, halves);
    }

    /** With one DOWN more. */
    Penalty down(DampingSettings settings, Instant now) {
        double next = Math.min(settings.ceiling(), points(settings, now) + settings.perDown());
        return new Penalty(next, now, next >= settings.suppressAt());
    }

    /** Whether it keeps the region out now. */
    public boolean keepsOut(DampingSettings settings, Instant now) {
        return suppressed
                && points(settings, now) >= settings.reuseAt()
                && at.plus(settings.longest()).isAfter(now);
    }
}

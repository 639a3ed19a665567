package dev.drover.edge.view;

import dev.drover.api.settings.ProbeSettings;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When a region is probed next. */
final class ProbeSchedule {

    /** While a region is lost or has an overlay it is probed that often, so that 60 clean probes take 30 s. */
    static final long CLOSE_NANOS = Duration.ofMillis(500).toNanos();

    private long nextRegularNanos;
    private long newestNanos;
    private long newestConfirmationNanos;
    private boolean confirming;
    private long confirmAfter;

    /** The first regular probe comes at a random moment of the first interval, so that a fleet does not beat in time. */
    ProbeSchedule(ProbeSettings settings, long nanos, RandomGenerator random) {
        nextRegularNanos =
                nanos + (long) (random.nextDouble() * settings.interval().toNanos());
        newestNanos = nanos;
        newestConfirmationNanos = nanos - Duration.ofMinutes(1).toNanos();
    }

    /** Confirmation probes from now on, until a probe succeeds that was sent after that one. */
    void confirm(long afterNumber) {
        confirmAfter = Math.max(confirmAfter, afterNumber);
        confirming = true;
    }

    void succeeded(long number) {
        confirming &= number <= confirmAfter;
    }

    /** The probe that is due now; null if none is. Whoever asks sends it. */
    @Nullable
    ProbeKind due(long nanos, ProbeSettings settings, Attention attention, RandomGenerator random) {
        if (nanos - nextRegularNanos >= 0) {
            nextRegularNanos = nextRegular(nanos, settings, random);
            newestNanos = nanos;
            return ProbeKind.REGULAR;
        }
        if (isConfirmationDue(nanos, settings, attention)) {
            newestNanos = nanos;
            newestConfirmationNanos = nanos;
            return ProbeKind.CONFIRMATION;
        }
        return null;
    }

    /** Counted from the moment it was due, so that a coarse tick does not slow the beat; missed ones are not made up. */
    private long nextRegular(long nanos, ProbeSettings settings, RandomGenerator random) {
        long interval = settings.interval().toNanos();
        long from = nanos - nextRegularNanos < interval / 2 ? nextRegularNanos : nanos;
        return from + (long) (interval * (1 + settings.jitter() * (2 * random.nextDouble() - 1)));
    }

    private boolean isConfirmationDue(long nanos, ProbeSettings settings, Attention attention) {
        boolean doubt = confirming
                && attention != Attention.LOST
                && nanos - newestConfirmationNanos >= settings.confirmInterval().toNanos();
        boolean close = attention != Attention.USUAL && nanos - newestNanos >= CLOSE_NANOS;
        return doubt || close;
    }

    /** How closely a region is watched. */
    enum Attention {
        USUAL,
        OVERLAID,
        LOST
    }
}

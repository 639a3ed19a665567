package dev.drover.edge.overlay;

import dev.drover.api.routing.PolicyId;
import dev.drover.api.session.Overlay;
import dev.drover.api.session.View;
import dev.drover.api.settings.ViewSettings;
import dev.drover.api.verdict.Tally;
import dev.drover.edge.view.Recent;
import dev.drover.edge.view.RegionWatch;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An overlay in force, and how far its region is on the way back. */
final class StandingOverlay {

    /** How long 1 % of the slots must do well at a region that users, and not probes, called lost. */
    private static final long TRIAL_NANOS = Duration.ofSeconds(10).toNanos();
    /** So many failures on trial, if they are a fifth of its requests, end the trial at once. */
    private static final int TRIAL_FAILURES = 3;

    private static final double TRIAL_RATIO = 0.2;

    private final Overlay overlay;
    private final PolicyId under;
    private final long heldUntilNanos;
    private boolean usersOnly;
    private long countedFromNanos;
    private long countedAfterProbe;
    private @Nullable Trial trial;

    private record Trial(long sinceNanos, Tally before) {}

    /**
     * An overlay that begins now.
     *
     * @param under the policy in force when it began
     * @param latchNanos for how long it does not return whatever it sees; 0 for an ordinary one
     */
    StandingOverlay(Overlay overlay, PolicyId under, RegionWatch watch, long nanos, long latchNanos) {
        this.overlay = overlay;
        this.under = under;
        heldUntilNanos = nanos + latchNanos;
        usersOnly = !watch.isLostByProbes();
        countedFromNanos = nanos;
        countedAfterProbe = watch.newestProbe();
    }

    Overlay overlay() {
        return overlay;
    }

    PolicyId under() {
        return under;
    }

    boolean isOnTrial() {
        return trial != null;
    }

    /** Looks at the region; true if it is to return now. */
    boolean hasRecovered(RegionWatch watch, ViewSettings settings, long nanos) {
        usersOnly &= !watch.isLostByProbes();
        if (trial != null) {
            return passesTrial(watch, trial, nanos);
        }
        if (!isReady(watch, settings, nanos)) {
            return false;
        }
        if (usersOnly) {
            trial = new Trial(nanos, watch.requestsSoFar());
        }
        return !usersOnly;
    }

    private boolean isReady(RegionWatch watch, ViewSettings settings, long nanos) {
        Recent recent = watch.recentAfter(countedAfterProbe);
        return watch.view() == View.GOOD
                && nanos - heldUntilNanos >= 0
                && nanos - countedFromNanos >= settings.returnAfter().toNanos()
                && recent.ended() >= settings.returnProbes()
                && recent.failed() <= settings.returnFailures()
                && recent.clean() >= settings.returnClean();
    }

    private boolean passesTrial(RegionWatch watch, Trial running, long nanos) {
        Tally now = watch.requestsSoFar();
        Tally tried = new Tally(now.count() - running.before.count(), now.failed() - running.before.failed());
        boolean bad = tried.failed() >= TRIAL_FAILURES && tried.ratio() >= TRIAL_RATIO;
        if (bad || watch.view() == View.LOST) {
            trial = null;
            countedFromNanos = nanos;
            countedAfterProbe = watch.newestProbe();
            return false;
        }
        return nanos - running.sinceNanos >= TRIAL_NANOS;
    }
}

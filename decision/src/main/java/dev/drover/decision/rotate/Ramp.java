package dev.drover.decision.rotate;

import dev.drover.api.cause.Strain;
import dev.drover.api.steering.RampSettings;
import dev.drover.decision.rotate.Access.Phase;
import dev.drover.decision.rotate.Access.Progress;
import dev.drover.decision.rotate.Access.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The next step of one region on its way out or back, where there is no hurry.
 *
 * <pre>
 *   OPEN --order--&gt; LEAVING 95, 90, ... --bakes, nobody strained--&gt; CLOSED
 *   LEAVING --strained for long--&gt; RETURNING one step up, held --&gt; LEAVING
 *   CLOSED --may return--&gt; RETURNING 1, 5, ... --bakes, not strained--&gt; OPEN
 *   RETURNING --strained--&gt; LEAVING at the step before, held --&gt; RETURNING
 * </pre>
 *
 * @param settings the steps
 * @param clear whether the edges can be believed; without eyes no step is taken but the first one of an order
 */
record Ramp(RampSettings settings, boolean clear, Instant now) {

    /** The next step out, by an operator's order. */
    Access nextOut(Claim claim) {
        Access before = claim.before();
        if (before.isClosed()) {
            return before.closed(Reason.ORDER, now);
        }
        if (before.phase() == Phase.OPEN) {
            Progress begun = new Progress(claim.outlook().foreseenPeak(), null, null);
            return out(before, before.percent() - settings.plannedPercent(), begun);
        }
        Progress progress = watched(before.progressOrSmooth(), claim.strain());
        if (hasLasted(progress.strainedSince(), settings.brake().rollbackAfter())) {
            int back = Math.min(100, before.percent() + settings.plannedPercent());
            return before.returning(back, Reason.ORDER, progress.held(afterHold()), now);
        }
        boolean taken = before.reason() != Reason.ORDER;
        return isWaiting(progress) || (!taken && isBaking(before, settings.plannedBake()))
                ? stay(before, Reason.ORDER, progress)
                : out(before, before.percent() - settings.plannedPercent(), progress);
    }

    private Access out(Access before, int left, Progress progress) {
        return left > 0 ? before.leaving(left, Reason.ORDER, progress, now) : before.closed(Reason.ORDER, now);
    }

    /** The next step back; of a region that leaves by order, the first one after its end. */
    Access nextBack(Claim claim) {
        Access before = claim.before();
        if (before.phase() == Phase.OPEN) {
            return before;
        }
        boolean ordered = before.reason() == Reason.ORDER;
        if (before.isClosed() || (ordered && before.phase() == Phase.LEAVING)) {
            return before.reason() == Reason.LOST
                    ? Access.open(now)
                    : back(before, settings.returnPercents().get(0), Progress.SMOOTH);
        }
        Progress progress = watched(before.progressOrSmooth(), claim.strain());
        if (progress.strainedSince() != null && mayStepBack(before)) {
            return stepBack(before, progress);
        }
        boolean stays = isWaiting(progress) || claim.isOnTrial() || isBaking(before, settings.returnBake());
        return stays ? stay(before, Reason.NONE, progress) : back(before, percentAfter(before.percent()), progress);
    }

    /** At once the first time; the evidence of that goes by before it counts again. */
    private boolean mayStepBack(Access before) {
        return before.phase() == Phase.RETURNING
                || !isBaking(before, settings.brake().rollbackAfter());
    }

    private Access stepBack(Access before, Progress progress) {
        List<Integer> percents = settings.returnPercents();
        int at = percents.get(0);
        for (int percent : percents) {
            at = percent < before.percent() ? Math.max(at, percent) : at;
        }
        return at < before.percent()
                ? before.leaving(at, Reason.NONE, progress.held(afterHold()), now)
                : before.with(progress.held(afterHold()));
    }

    private Access back(Access before, int percent, Progress progress) {
        return percent >= 100 ? Access.open(now) : before.returning(percent, Reason.NONE, progress, now);
    }

    private int percentAfter(int percent) {
        return settings.returnPercents().stream()
                .filter(next -> next > percent)
                .findFirst()
                .orElse(100);
    }

    private Access stay(Access before, Reason reason, Progress progress) {
        return new Access(before.phase(), before.percent(), before.since(), reason, before.outSince(), progress);
    }

    private Progress watched(Progress progress, @Nullable Strain strain) {
        Instant since = progress.strainedSince() == null ? now : progress.strainedSince();
        Progress seen = progress.strained(strain == null ? null : since);
        boolean held = seen.heldUntil() != null && seen.heldUntil().isAfter(now);
        return held ? seen : new Progress(seen.foreseenPeak(), seen.strainedSince(), null);
    }

    private boolean isWaiting(Progress progress) {
        return !clear || progress.isWaiting();
    }

    private boolean isBaking(Access before, Duration bake) {
        return before.since().plus(bake).isAfter(now);
    }

    private boolean hasLasted(@Nullable Instant since, Duration time) {
        return since != null && !since.plus(time).isAfter(now);
    }

    private Instant afterHold() {
        return now.plus(settings.brake().holdAfter());
    }
}

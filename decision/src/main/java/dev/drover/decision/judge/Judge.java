package dev.drover.decision.judge;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.steering.JudgeSettings;
import dev.drover.api.verdict.Tally;
import dev.drover.api.verdict.Verdict;
import dev.drover.decision.observe.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Concludes what a region is.
 *
 * <pre>
 *   HEALTHY, DEGRADED, UNKNOWN --lost for lostAfter--&gt; LOST --lost for downAfter--&gt; DOWN
 *   LOST --not lost, old enough, clean--&gt; HEALTHY
 *   HEALTHY --a part fails, is slow or refused--&gt; DEGRADED --clean--&gt; HEALTHY
 *   any in rotation --much fails--&gt; DOWN --clean for cleanAfter, not suppressed--&gt; RECOVERING --ramp done--&gt; HEALTHY
 *   RECOVERING --lost, or a part fails--&gt; DOWN
 * </pre>
 *
 * LOST is fast and reversible, because for its first seconds a blip is a dead region; DOWN is certain and sticky. A
 * region that has just taken over others' users is made to serve less before it is made to serve nobody.
 */
public final class Judge {

    private static final Duration BACK_WINDOW = Duration.ofSeconds(10);
    private static final Duration LONGEST_CLEAN_WINDOW = Duration.ofMinutes(1);

    private final RegionId region;
    private final Course course;
    private final Panel panel;
    private final Docket docket;
    private final JudgeSettings settings;
    private final Instant now;

    private Judge(RegionId region, Course course, Panel panel) {
        this.region = region;
        this.course = course;
        this.panel = panel;
        this.docket = panel.docket();
        this.settings = panel.settings();
        this.now = panel.now();
    }

    /** The next judgement of a region; while the edges cannot be believed it stays as it was. */
    public static Judgement next(RegionId region, Judgement before, Course course, Panel panel) {
        return panel.standing() == Standing.CLEAR
                ? new Judge(region, course, panel).next(before)
                : before.seen(null, null);
    }

    private Judgement next(Judgement before) {
        Judgement seen = pardoned(look(before));
        Conclusion concluded = conclude(seen);
        if (concluded.verdict() == seen.kind()) {
            return seen.kind() == Verdict.DEGRADED
                    ? new Capacity(settings.capacity(), docket).step(region, seen, now)
                    : seen;
        }
        Judgement turned = seen.to(concluded.verdict(), panel.evidence(region), now);
        return switch (concluded.verdict()) {
            case DOWN ->
                turned.with(
                        seen.penaltyOrNone().down(settings.damping(), now),
                        concluded.byUsersOnly() ? Trial.opened(now) : null);
            case RECOVERING -> turned.with(seen.penalty(), seen.trial() == null ? null : Trial.opened(now));
            case DEGRADED -> turned.withCapacity(100 - settings.capacity().stepPercent(), now);
            case HEALTHY, LOST, UNKNOWN -> turned;
        };
    }

    private Judgement look(Judgement before) {
        boolean clean = docket.isClean(region, cleanWindow(before));
        Judgement seen =
                before.seen(since(before.lostSince(), panel.majorityLost(region)), since(before.cleanSince(), clean));
        Trial trial = seen.trial();
        if (seen.kind() != Verdict.RECOVERING || trial == null) {
            return seen;
        }
        Trial heard = trial.with(docket.usersSince(region, trial.countedTo()), now);
        boolean over = isLongEnough(heard.seen()) && docket.isCleanOfUsers(region, heard.seen());
        return seen.with(seen.penalty(), over ? null : heard);
    }

    private boolean isLongEnough(Tally trial) {
        return trial.count() >= settings.trialRequests();
    }

    /** An operator who restored it since it last went down takes the penalty off. */
    private Judgement pardoned(Judgement seen) {
        Penalty penalty = seen.penalty();
        Instant restoredAt = course.restoredAt();
        return penalty != null && restoredAt != null && !restoredAt.isBefore(penalty.at())
                ? seen.with(null, seen.trial())
                : seen;
    }

    private Duration cleanWindow(Judgement before) {
        Duration wanted = before.kind() == Verdict.LOST ? BACK_WINDOW : settings.cleanAfter();
        Duration least = wanted.compareTo(settings.blockSize()) < 0 ? settings.blockSize() : wanted;
        return least.compareTo(LONGEST_CLEAN_WINDOW) > 0 ? LONGEST_CLEAN_WINDOW : least;
    }

    private Conclusion conclude(Judgement seen) {
        boolean lost = hasLasted(seen.lostSince(), settings.lostAfter());
        return switch (seen.kind()) {
            case UNKNOWN, HEALTHY, DEGRADED -> lost ? Conclusion.of(Verdict.LOST) : inRotation(seen);
            case LOST -> lost(seen);
            case DOWN -> {
                boolean back = hasLasted(seen.verdict().since(), settings.cleanAfter())
                        && hasLasted(seen.cleanSince(), cleanRest())
                        && !seen.penaltyOrNone().keepsOut(settings.damping(), now);
                yield Conclusion.of(back ? Verdict.RECOVERING : Verdict.DOWN);
            }
            case RECOVERING -> recovering(seen, lost);
        };
    }

    private Conclusion lost(Judgement seen) {
        if (hasLasted(seen.lostSince(), settings.downAfter())) {
            return Conclusion.of(Verdict.DOWN);
        }
        boolean oldEnough = hasLasted(seen.verdict().since(), settings.backAfter());
        boolean back = seen.lostSince() == null && seen.cleanSince() != null && oldEnough;
        return Conclusion.of(back ? Verdict.HEALTHY : Verdict.LOST);
    }

    private Conclusion recovering(Judgement seen, boolean lost) {
        Optional<Witness> convicted = docket.convict(region, Charge.failing(settings));
        Trial trial = seen.trial();
        if (lost || convicted.isPresent()) {
            return new Conclusion(Verdict.DOWN, !lost && convicted.equals(Optional.of(Witness.USERS)));
        }
        if (trial != null && isLongEnough(trial.seen())) {
            return new Conclusion(Verdict.DOWN, true);
        }
        return Conclusion.of(course.returned() ? Verdict.HEALTHY : Verdict.RECOVERING);
    }

    private Conclusion inRotation(Judgement seen) {
        Optional<Witness> down = docket.convict(region, Charge.down(settings));
        boolean degraded = seen.kind() == Verdict.DEGRADED;
        if (down.isEmpty() && degraded && hasLasted(seen.verdict().since(), settings.degradedFor())) {
            down = docket.convict(region, Charge.downAfterDegraded(settings));
        }
        if (down.isPresent()) {
            boolean overloaded = seen.tookOverAt() != null
                    && !hasLasted(seen.tookOverAt(), settings.capacity().tookOverWithin());
            return new Conclusion(
                    overloaded ? Verdict.DEGRADED : Verdict.DOWN, down.equals(Optional.of(Witness.USERS)));
        }
        if (degraded) {
            return Conclusion.of(hasLasted(seen.cleanSince(), cleanRest()) ? Verdict.HEALTHY : Verdict.DEGRADED);
        }
        boolean bad = Charge.degraded(settings).stream()
                .anyMatch(charge -> docket.convict(region, charge).isPresent());
        return Conclusion.of(bad ? Verdict.DEGRADED : Verdict.HEALTHY);
    }

    /** The window itself proves up to a minute; what is asked for beyond it must have passed since it was clean. */
    private Duration cleanRest() {
        Duration rest = settings.cleanAfter().minus(LONGEST_CLEAN_WINDOW);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private @Nullable Instant since(@Nullable Instant before, boolean holds) {
        if (!holds) {
            return null;
        }
        return before == null ? now : before;
    }

    private boolean hasLasted(@Nullable Instant since, Duration time) {
        return since != null && !since.plus(time).isAfter(now);
    }

    /** A verdict, and whether it rests on users alone, so that only they can clear the region of it. */
    private record Conclusion(Verdict verdict, boolean byUsersOnly) {

        static Conclusion of(Verdict verdict) {
            return new Conclusion(verdict, false);
        }
    }
}

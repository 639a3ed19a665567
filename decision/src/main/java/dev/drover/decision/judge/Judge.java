package dev.drover.decision.judge;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.steering.JudgeSettings;
import dev.drover.api.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Concludes what a region is.
 *
 * <pre>
 *   HEALTHY, DEGRADED, UNKNOWN --lost for lostAfter--&gt; LOST --lost for downAfter--&gt; DOWN
 *   LOST --not lost, old enough, clean--&gt; HEALTHY
 *   HEALTHY --a part fails--&gt; DEGRADED --clean--&gt; HEALTHY
 *   any in rotation --much fails--&gt; DOWN --clean for cleanAfter--&gt; RECOVERING --ramp done--&gt; HEALTHY
 *   RECOVERING --lost, or a part fails--&gt; DOWN
 * </pre>
 *
 * LOST is fast and reversible, because for its first seconds a blip is a dead region; DOWN is certain and sticky.
 */
public final class Judge {

    private static final int CAPACITY_STEP_PERCENT = 10;
    private static final int LEAST_CAPACITY_PERCENT = 50;
    private static final Duration CAPACITY_STEP_EVERY = Duration.ofSeconds(60);
    private static final Duration BACK_WINDOW = Duration.ofSeconds(10);

    private Judge() {}

    /**
     * The next judgement of a region; while the edges cannot be believed it stays as it was.
     *
     * @param returned whether the region has all of its users back
     */
    public static Judgement next(RegionId region, Judgement before, boolean returned, Panel panel) {
        if (panel.standing() != Standing.CLEAR) {
            return before.seen(null, null);
        }
        Judgement seen = look(region, before, panel);
        Verdict verdict = verdictOf(region, seen, returned, panel);
        if (verdict != seen.kind()) {
            return seen.to(verdict, panel.evidence(region), panel.now())
                    .withCapacity(verdict == Verdict.DEGRADED ? 100 - CAPACITY_STEP_PERCENT : 100, panel.now());
        }
        return verdict == Verdict.DEGRADED ? stepCapacity(region, seen, panel) : seen;
    }

    private static Judgement look(RegionId region, Judgement before, Panel panel) {
        boolean clean = panel.isClean(region, cleanWindow(before, panel.settings()));
        return before.seen(
                since(before.lostSince(), panel.majorityLost(region), panel.now()),
                since(before.cleanSince(), clean, panel.now()));
    }

    private static Duration cleanWindow(Judgement before, JudgeSettings settings) {
        Duration wanted = before.kind() == Verdict.LOST ? BACK_WINDOW : settings.cleanAfter();
        return wanted.compareTo(settings.blockSize()) < 0 ? settings.blockSize() : wanted;
    }

    private static Verdict verdictOf(RegionId region, Judgement seen, boolean returned, Panel panel) {
        JudgeSettings settings = panel.settings();
        boolean lost = hasLasted(seen.lostSince(), settings.lostAfter(), panel.now());
        return switch (seen.kind()) {
            case UNKNOWN, HEALTHY, DEGRADED -> lost ? Verdict.LOST : inRotation(region, seen, panel);
            case LOST -> {
                if (hasLasted(seen.lostSince(), settings.downAfter(), panel.now())) {
                    yield Verdict.DOWN;
                }
                boolean oldEnough = hasLasted(seen.verdict().since(), settings.backAfter(), panel.now());
                yield seen.lostSince() == null && seen.cleanSince() != null && oldEnough
                        ? Verdict.HEALTHY
                        : Verdict.LOST;
            }
            case DOWN -> {
                boolean oldEnough = hasLasted(seen.verdict().since(), settings.cleanAfter(), panel.now());
                yield oldEnough && hasLasted(seen.cleanSince(), cleanRest(settings), panel.now())
                        ? Verdict.RECOVERING
                        : Verdict.DOWN;
            }
            case RECOVERING -> {
                if (lost || panel.convicts(region, Charge.degraded(settings))) {
                    yield Verdict.DOWN;
                }
                yield returned ? Verdict.HEALTHY : Verdict.RECOVERING;
            }
        };
    }

    private static Verdict inRotation(RegionId region, Judgement seen, Panel panel) {
        JudgeSettings settings = panel.settings();
        if (panel.convicts(region, Charge.down(settings))) {
            return Verdict.DOWN;
        }
        if (seen.kind() == Verdict.DEGRADED) {
            boolean worse = hasLasted(seen.verdict().since(), settings.degradedFor(), panel.now())
                    && panel.convicts(region, Charge.downAfterDegraded(settings));
            boolean better = hasLasted(seen.cleanSince(), cleanRest(settings), panel.now());
            return worse ? Verdict.DOWN : better ? Verdict.HEALTHY : Verdict.DEGRADED;
        }
        return panel.convicts(region, Charge.degraded(settings)) ? Verdict.DEGRADED : Verdict.HEALTHY;
    }

    /** The window itself proves up to a minute; what is asked for beyond it must have passed since it was clean. */
    private static Duration cleanRest(JudgeSettings settings) {
        Duration rest = settings.cleanAfter().minusMinutes(1);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private static Judgement stepCapacity(RegionId region, Judgement seen, Panel panel) {
        double ratio = panel.evidence(region).failureRatio();
        int wanted = 100 - CAPACITY_STEP_PERCENT * (int) Math.ceil(ratio * 100 / CAPACITY_STEP_PERCENT);
        int bounded = Math.max(LEAST_CAPACITY_PERCENT, Math.min(100 - CAPACITY_STEP_PERCENT, wanted));
        boolean due = hasLasted(seen.capacitySince(), CAPACITY_STEP_EVERY, panel.now());
        if (!due || bounded == seen.capacityPercent()) {
            return seen;
        }
        int step = bounded < seen.capacityPercent() ? -CAPACITY_STEP_PERCENT : CAPACITY_STEP_PERCENT;
        return seen.withCapacity(seen.capacityPercent() + step, panel.now());
    }

    private static @Nullable Instant since(@Nullable Instant before, boolean holds, Instant now) {
        if (!holds) {
            return null;
        }
        return before == null ? now : before;
    }

    private static boolean hasLasted(@Nullable Instant since, Duration time, Instant now) {
        return since != null && !since.plus(time).isAfter(now);
    }
}

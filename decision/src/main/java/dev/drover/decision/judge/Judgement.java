package dev.drover.decision.judge;

import dev.drover.api.verdict.Evidence;
import dev.drover.api.verdict.RegionVerdict;
import dev.drover.api.verdict.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A verdict, and what the next one must know of the past.
 *
 * @param verdict with its age and evidence
 * @param lostSince since when a majority of edges has called the region LOST without a gap; absent if none does
 * @param cleanSince since when the evidence has been clean; absent if it is not
 * @param capacityPercent of its capacity that it is planned with: 100, or less while it is DEGRADED
 * @param capacitySince when that percentage was set
 * @param penalty for going down; absent if it never did
 * @param trial that users must end before it has more than the first step of its way back; absent if there is none
 * @param tookOverAt when it last took over many users of others; absent if it never did
 */
public record Judgement(
        RegionVerdict verdict,
        @Nullable Instant lostSince,
        @Nullable Instant cleanSince,
        int capacityPercent,
        Instant capacitySince,
        @Nullable Penalty penalty,
        @Nullable Trial trial,
        @Nullable Instant tookOverAt) {

    /** Where every region begins: nothing is known of it. */
    public static Judgement unknown(Instant now) {
        return new Judgement(
                new RegionVerdict(Verdict.UNKNOWN, now, Evidence.NONE), null, null, 100, now, null, null, null);
    }

    /** The verdict without its age. */
    public Verdict kind() {
        return verdict.verdict();
    }

    /** What it has to wait off. */
    public Penalty penaltyOrNone() {
        return penalty == null ? Penalty.NONE : penalty;
    }

    Judgement to(Verdict next, Evidence evidence, Instant now) {
        RegionVerdict turned = new RegionVerdict(next, now, evidence);
        return new Judgement(turned, lostSince, null, 100, now, penalty, trial, tookOverAt);
    }

    Judgement seen(@Nullable Instant lost, @Nullable Instant clean) {
        return new Judgement(verdict, lost, clean, capacityPercent, capacitySince, penalty, trial, tookOverAt);
    }

    Judgement withCapacity(int percent, Instant now) {
        return new Judgement(verdict, lostSince, cleanSince, percent, now, penalty, trial, tookOverAt);
    }

    Judgement with(@Nullable Penalty nextPenalty, @Nullable Trial nextTrial) {
        return new Judgement(
                verdict, lostSince, cleanSince, capacityPercent, capacitySince, nextPenalty, nextTrial, tookOverAt);
    }

    /** It took over many users of others. */
    public Judgement tookOver(Instant now) {
        return new Judgement(verdict, lostSince, cleanSince, capacityPercent, capacitySince, penalty, trial, now);
    }
}

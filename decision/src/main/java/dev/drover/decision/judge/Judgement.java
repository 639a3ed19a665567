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
 * @param capacityPercent of its capacity that it is planned with: 100, or 50 to 90 while it is DEGRADED
 * @param capacitySince when that percentage was set
 */
public record Judgement(
        RegionVerdict verdict,
        @Nullable Instant lostSince,
        @Nullable Instant cleanSince,
        int capacityPercent,
        Instant capacitySince) {

    /** Where every region begins: nothing is known of it. */
    public static Judgement unknown(Instant now) {
        return new Judgement(new RegionVerdict(Verdict.UNKNOWN, now, Evidence.NONE), null, null, 100, now);
    }

    /** The verdict without its age. */
    public Verdict kind() {
        return verdict.verdict();
    }

    Judgement to(Verdict next, Evidence evidence, Instant now) {
        return new Judgement(new RegionVerdict(next, now, evidence), lostSince, null, 100, now);
    }

    Judgement seen(@Nullable Instant lost, @Nullable Instant clean) {
        return new Judgement(verdict, lost, clean, capacityPercent, capacitySince);
    }

    Judgement withCapacity(int percent, Instant now) {
        return new Judgement(verdict, lostSince, cleanSince, percent, now);
    }
}

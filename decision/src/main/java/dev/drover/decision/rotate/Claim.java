package dev.drover.decision.rotate;

import dev.drover.api.cause.Strain;
import dev.drover.api.order.Evacuation;
import dev.drover.api.order.Pace;
import dev.drover.api.verdict.Verdict;
import dev.drover.decision.judge.Judgement;
import org.jspecify.annotations.Nullable;

/**
 * What decides about one region.
 *
 * @param before how much of its users it might have
 * @param judgement what is concluded of it
 * @param order the evacuation that holds, if there is one
 * @param capacityRps what it can serve when all is well, requests/s
 * @param outlook how a hand-over goes
 */
public record Claim(
        Access before, Judgement judgement, @Nullable Evacuation order, double capacityRps, Outlook outlook) {

    Verdict verdict() {
        return judgement.kind();
    }

    /** Whether its users must acquit it before it has more than the first step of its way back. */
    boolean isOnTrial() {
        return judgement.trial() != null;
    }

    @Nullable
    Strain strain() {
        return outlook.strain();
    }

    /** Whether it must go now, and not step by step. */
    boolean isUrgent() {
        return !verdict().inRotation() || (order != null && order.pace() == Pace.EMERGENCY);
    }
}

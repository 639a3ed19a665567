package dev.drover.decision;

import dev.drover.decision.judge.Judgement;
import dev.drover.decision.rotate.Access;
import java.time.Instant;

/**
 * Where a region stands.
 *
 * @param judgement what is concluded of it
 * @param access how much of its users it may have
 */
public record RegionState(Judgement judgement, Access access) {

    /** A region of which nothing is known: in rotation. */
    static RegionState unknown(Instant now) {
        return new RegionState(Judgement.unknown(now), Access.open(now));
    }
}

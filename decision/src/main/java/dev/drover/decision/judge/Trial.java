package dev.drover.decision.judge;

import dev.drover.api.verdict.Tally;
import java.time.Instant;

/**
 * A region that only users convicted is acquitted by users only: what they saw of it since its way back began.
 *
 * @param seen so far
 * @param countedTo up to when
 */
public record Trial(Tally seen, Instant countedTo) {

    static Trial opened(Instant now) {
        return new Trial(Tally.NONE, now);
    }

    Trial with(Tally more, Instant now) {
        return new Trial(seen.plus(more), now);
    }
}

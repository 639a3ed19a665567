package dev.drover.decision.judge;

import dev.drover.api.steering.JudgeSettings;
import dev.drover.api.steering.SlowSettings;
import dev.drover.decision.observe.Fault;
import dev.drover.decision.observe.Window;
import dev.drover.decision.observe.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What it takes to convict a region on pooled evidence.
 *
 * @param fault what is held against its answers
 * @param witnesses who is heard, each for himself
 * @param blockSize into which time is cut
 * @param blocks how many are looked at
 * @param badBlocks how many of them must be bad, the newest among them
 * @param blockZ certainty that makes a block bad, in standard deviations
 * @param blockRatio lower bound of the ratio that makes a block bad
 * @param ratio lower bound that makes the whole bad
 */
record Charge(
        Fault fault,
        List<Witness> witnesses,
        Duration blockSize,
        int blocks,
        int badBlocks,
        double blockZ,
        double blockRatio,
        double ratio) {

    private static final List<Witness> BOTH = List.of(Witness.PROBES, Witness.USERS);
    private static final List<Witness> ONLY_USERS = List.of(Witness.USERS);

    /** Whether it may take a region out: then as many edges are left out as may lie, however few look. */
    boolean takesOut() {
        return fault == Fault.FAILED;
    }

    Duration time() {
        return blockSize.multipliedBy(blocks);
    }

    Window window(Instant now) {
        return Window.last(blocks, blockSize, now);
    }

    static Charge down(JudgeSettings judge) {
        return new Charge(
                Fault.FAILED,
                BOTH,
                judge.blockSize(),
                judge.downBlocks(),
                judge.downBadBlocks(),
                Docket.Z,
                judge.downRatio(),
                judge.downRatio());
    }

    static Charge downAfterDegraded(JudgeSettings judge) {
        return likeDegraded(Fault.FAILED, BOTH, judge, judge.degradedBlockRatio(), judge.downRatio());
    }

    static Charge failing(JudgeSettings judge) {
        return likeDegraded(Fault.FAILED, BOTH, judge, judge.degradedBlockRatio(), judge.degradedRatio());
    }

    /** All that makes a region DEGRADED. */
    static List<Charge> degraded(JudgeSettings judge) {
        SlowSettings slow = judge.slow();
        return List.of(
                failing(judge),
                likeDegraded(Fault.REFUSED, ONLY_USERS, judge, judge.degradedBlockRatio(), judge.degradedRatio()),
                likeDegraded(Fault.SLOW, BOTH, judge, slow.blockRatio(), slow.ratio()),
                new Charge(
                        Fault.SLOW,
                        ONLY_USERS,
                        slow.tailBlockSize(),
                        slow.tailBlocks(),
                        slow.tailBadBlocks(),
                        1,
                        slow.tailBlockRatio(),
                        slow.tailRatio()));
    }

    private static Charge likeDegraded(
            Fault fault, List<Witness> witnesses, JudgeSettings judge, double blockRatio, double ratio) {
        return new Charge(
                fault,
                witnesses,
                judge.blockSize(),
                judge.degradedBlocks(),
                judge.degradedBadBlocks(),
                1,
                blockRatio,
                ratio);
    }
}

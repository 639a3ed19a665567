package dev.drover.decision.judge;

import dev.drover.api.steering.JudgeSettings;

/**
 * What it takes to convict a region on pooled evidence.
 *
 * @param blocks how many are looked at
 * @param badBlocks how many of them must be bad
 * @param blockZ certainty that makes a block bad
 * @param blockRatio lower bound of the failure ratio that makes a block bad
 * @param ratio lower bound that makes the whole bad
 */
record Charge(int blocks, int badBlocks, double blockZ, double blockRatio, double ratio) {

    static Charge down(JudgeSettings judge) {
        return new Charge(judge.downBlocks(), judge.downBadBlocks(), Panel.Z, judge.downRatio(), judge.downRatio());
    }

    static Charge degraded(JudgeSettings judge) {
        return new Charge(
                judge.degradedBlocks(),
                judge.degradedBadBlocks(),
                1,
                judge.degradedBlockRatio(),
                judge.degradedRatio());
    }

    static Charge downAfterDegraded(JudgeSettings judge) {
        return new Charge(
                judge.degradedBlocks(), judge.degradedBadBlocks(), 1, judge.degradedBlockRatio(), judge.downRatio());
    }
}

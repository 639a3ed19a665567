package dev.drover.api.steering;

import dev.drover.api.settings.Check;
import java.time.Duration;

/**
 * When answers are slow, and how many slow ones make a region DEGRADED. Slow answers never make it DOWN.
 *
 * @param latencyFactor an answer is slow if it takes so many times what all but one in a hundred took in the last hour;
 *     1.1 to 100
 * @param slowAtLeast what is faster is never slow, 0 to 1 min
 * @param learnedAnswers how many answers an agent must have seen of a region before it calls any slow, 1 to 100,000
 * @param blockRatio the lower bound of the slow ratio that makes a block bad, 0.001 to 1
 * @param ratio the lower bound that makes the whole bad, 0.001 to 1
 * @param tailBlockSize into which real requests are cut where few of them are slow for long, 1 s to 60 s
 * @param tailBlocks how many such blocks are looked at, 1 to 12
 * @param tailBadBlocks how many of them must be bad, the newest among them
 * @param tailBlockRatio the lower bound that makes such a block bad, 0.001 to 1
 * @param tailRatio the lower bound that makes them bad together, 0.001 to 1
 */
public record SlowSettings(
        double latencyFactor,
        Duration slowAtLeast,
        int learnedAnswers,
        double blockRatio,
        double ratio,
        Duration tailBlockSize,
        int tailBlocks,
        int tailBadBlocks,
        double tailBlockRatio,
        double tailRatio) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the first parameter that is out of its range
     */
    public SlowSettings {
        Check.within("latencyFactor", latencyFactor, 1.1, 100);
        Check.within("slowAtLeast", slowAtLeast, Duration.ZERO, Duration.ofMinutes(1));
        Check.within("learnedAnswers", learnedAnswers, 1, 100_000);
        Check.within("blockRatio", blockRatio, 0.001, 1);
        Check.within("ratio", ratio, 0.001, 1);
        Check.within("tailBlockSize", tailBlockSize, Duration.ofSeconds(1), Duration.ofMinutes(1));
        Check.within("tailBlocks", tailBlocks, 1, JudgeSettings.MAX_BLOCKS);
        Check.within("tailBadBlocks", tailBadBlocks, 1, tailBlocks);
        Check.within("tailBlockRatio", tailBlockRatio, 0.001, 1);
        Check.within("tailRatio", tailRatio, 0.001, 1);
    }
}

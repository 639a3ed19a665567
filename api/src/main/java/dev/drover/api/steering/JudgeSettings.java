package dev.drover.api.steering;

import dev.drover.api.settings.Check;
import dev.drover.api.settings.Durations;
import java.time.Duration;

/**
 * When the leader concludes what of a region.
 *
 * @param freshFor how old a report may be and still count, 500 ms to 60 s
 * @param lostAfter how long a majority of edges must call it LOST, 0 to 60 s
 * @param downAfter after which time of that it is DOWN, 1 s to 10 min
 * @param backAfter how long a LOST region must be clean before the loss is taken back, 0 to 1 h
 * @param blockSize into which evidence is cut, 1 s to 60 s
 * @param downBlocks how many blocks are looked at for DOWN, 1 to 12
 * @param downBadBlocks how many of them must be bad, the newest among them
 * @param downRatio the lower bound of the failure ratio that makes a block, and the whole, bad; 0.01 to 1
 * @param degradedBlocks how many blocks are looked at for DEGRADED, 1 to 12
 * @param degradedBadBlocks how many of them must be bad, the newest among them
 * @param degradedBlockRatio the lower bound that makes a block bad for DEGRADED; 0.001 to 1
 * @param degradedRatio the lower bound that makes the whole bad for DEGRADED; 0.001 to 1
 * @param degradedFor how long a region is DEGRADED before a failure ratio of {@code downRatio} makes it DOWN, 0 to 1 h
 * @param cleanAfter how long the evidence must be clean before a region recovers, 0 to 24 h
 * @param cleanRatio up to which failure ratio evidence is clean, 0 to 0.5
 * @param trialRequests how many users' requests, at the first step of its way back, must go well in a region that only
 *     users convicted; 1 to 1,000,000
 * @param slow when answers are slow
 * @param panel which edges have a vote
 * @param capacity what a DEGRADED region is planned with
 * @param damping how a region that flaps is kept out
 */
public record JudgeSettings(
        Duration freshFor,
        Duration lostAfter,
        Duration downAfter,
        Duration backAfter,
        Duration blockSize,
        int downBlocks,
        int downBadBlocks,
        double downRatio,
        int degradedBlocks,
        int degradedBadBlocks,
        double degradedBlockRatio,
        double degradedRatio,
        Duration degradedFor,
        Duration cleanAfter,
        double cleanRatio,
        int trialRequests,
        SlowSettings slow,
        PanelSettings panel,
        CapacitySettings capacity,
        DampingSettings damping) {

    /** The most blocks that are looked at. */
    public static final int MAX_BLOCKS = 12;
    /** What all blocks together may cover at most. */
    public static final Duration LONGEST_WINDOW = Duration.ofMinutes(2);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the first parameter that is out of its range
     */
    public JudgeSettings {
        Check.within("freshFor", freshFor, Duration.ofMillis(500), Duration.ofMinutes(1));
        Check.within("lostAfter", lostAfter, Duration.ZERO, Duration.ofMinutes(1));
        Check.within("downAfter", downAfter, Duration.ofSeconds(1), Duration.ofMinutes(10));
        Check.within("backAfter", backAfter, Duration.ZERO, Duration.ofHours(1));
        Check.within("blockSize", blockSize, Duration.ofSeconds(1), Duration.ofMinutes(1));
        Check.within("downBlocks", downBlocks, 1, MAX_BLOCKS);
        Check.within("downBadBlocks", downBadBlocks, 1, downBlocks);
        Check.within("downRatio", downRatio, 0.01, 1);
        Check.within("degradedBlocks", degradedBlocks, 1, MAX_BLOCKS);
        Check.within("degradedBadBlocks", degradedBadBlocks, 1, degradedBlocks);
        Check.within("degradedBlockRatio", degradedBlockRatio, 0.001, 1);
        Check.within("degradedRatio", degradedRatio, 0.001, 1);
        Check.within("degradedFor", degradedFor, Duration.ZERO, Duration.ofHours(1));
        Check.within("cleanAfter", cleanAfter, Duration.ZERO, Duration.ofHours(24));
        Check.within("cleanRatio", cleanRatio, 0, 0.5);
        Check.within("trialRequests", trialRequests, 1, 1_000_000);
        window("blockSize", blockSize, Math.max(downBlocks, degradedBlocks));
        window("slow/tailBlockSize", slow.tailBlockSize(), slow.tailBlocks());
    }

    private static void window(String name, Duration size, int blocks) {
        if (size.multipliedBy(blocks).compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException(name + ": " + blocks + " blocks of " + Durations.write(size)
                    + " (expected: together at most " + Durations.write(LONGEST_WINDOW) + ", which is what is kept)");
        }
    }
}

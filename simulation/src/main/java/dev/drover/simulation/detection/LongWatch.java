package dev.drover.simulation.detection;

import dev.drover.api.verdict.Verdict;
import dev.drover.simulation.engine.Dice;
import dev.drover.simulation.engine.VirtualTime;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Verdicts of days in which nothing was wrong beyond noise.
 *
 * @param regionDays that were watched
 * @param down how often a region was called DOWN
 * @param degraded how often DEGRADED
 * @param lostAtBlips how often LOST while everything in it failed, which is right
 * @param lostElsewhere how often LOST when it was not
 */
public record LongWatch(int regionDays, int down, int degraded, int lostAtBlips, int lostElsewhere) {

    /** How long after a blip a verdict may still come of it: the vote of the last report is fresh for so long. */
    private static final long LATE_NANOS = 4_000_000_000L;

    private static final int REGIONS = 3;
    private static final long STEP_NANOS = 1_000_000_000;

    /** Watches so many days of three regions. */
    static LongWatch of(Trial trial, int days, long seed) {
        Dice dice = new Dice(seed);
        VirtualTime time = new VirtualTime();
        Weather weather = new Weather(trial, time, dice.of("weather"));
        WatchedFleet fleet = new WatchedFleet(trial.edges().size(), weather, time, dice);
        fleet.start(trial.usersRps());
        int elsewhere = 0;
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        long lastBlipNanos = -LATE_NANOS;
        long endNanos = Duration.ofDays(days).toNanos();
        while (time.nanos() < endNanos) {
            time.runUntil(time.nanos() + STEP_NANOS);
            lastBlipNanos = weather.isInAnyBlip() ? time.nanos() : lastBlipNanos;
            for (WatchedFleet.Turn turn : fleet.takeTurns()) {
                counts.merge(turn.verdict(), 1, Integer::sum);
                if (turn.verdict() == Verdict.LOST && time.nanos() - lastBlipNanos > LATE_NANOS) {
                    elsewhere++;
                }
            }
        }
        return new LongWatch(
                days * REGIONS,
                counts.getOrDefault(Verdict.DOWN, 0),
                counts.getOrDefault(Verdict.DEGRADED, 0),
                counts.getOrDefault(Verdict.LOST, 0) - elsewhere,
                elsewhere);
    }
}

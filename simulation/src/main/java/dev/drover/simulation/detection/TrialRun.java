package dev.drover.simulation.detection;

import dev.drover.api.verdict.Verdict;
import dev.drover.simulation.engine.Dice;
import dev.drover.simulation.engine.VirtualTime;

/**
 * What became of one trial, in ns from the beginning of the trouble; negative where it did not happen.
 *
 * @param agentLostNanos until the first edge viewed the region LOST
 * @param lostNanos until the leader called it LOST
 * @param downNanos until the leader called it DOWN
 * @param leftHealthyNanos until the leader called it anything but HEALTHY
 */
record TrialRun(long agentLostNanos, long lostNanos, long downNanos, long leftHealthyNanos) {

    private static final long NEVER = -1;
    private static final long STEP_NANOS = 1_000_000_000;

    static TrialRun of(Trial trial, long seed) {
        Dice dice = new Dice(seed);
        VirtualTime time = new VirtualTime();
        Weather weather = new Weather(trial, time, dice.of("weather"));
        WatchedFleet fleet = new WatchedFleet(trial.edges().size(), weather, time, dice);
        fleet.start(trial.usersRps());
        long beginNanos = trial.calm().toNanos() + dice.nanosBetween(0, STEP_NANOS);
        time.runUntil(beginNanos);
        fleet.edges().forEach(WatchedEdge::forgetLoss);
        weather.begin();
        long endNanos = beginNanos + trial.watched().toNanos();
        while (time.nanos() < endNanos && first(fleet, beginNanos, Verdict.DOWN) < 0) {
            time.runUntil(time.nanos() + STEP_NANOS);
        }
        return new TrialRun(
                agentLost(fleet, beginNanos),
                first(fleet, beginNanos, Verdict.LOST),
                first(fleet, beginNanos, Verdict.DOWN),
                leftHealthy(fleet, beginNanos));
    }

    /** By an edge that sees what there is. */
    private static long agentLost(WatchedFleet fleet, long beginNanos) {
        return fleet.edges().stream()
                .mapToLong(WatchedEdge::lostAtNanos)
                .filter(lost -> lost >= 0)
                .map(lost -> lost - beginNanos)
                .min()
                .orElse(NEVER);
    }

    private static long first(WatchedFleet fleet, long beginNanos, Verdict verdict) {
        return fleet.turns().stream()
                .filter(turn -> turn.region().equals(Weather.ON_TRIAL))
                .filter(turn -> turn.nanos() >= beginNanos && turn.verdict() == verdict)
                .mapToLong(turn -> turn.nanos() - beginNanos)
                .findFirst()
                .orElse(NEVER);
    }

    private static long leftHealthy(WatchedFleet fleet, long beginNanos) {
        return fleet.turns().stream()
                .filter(turn -> turn.region().equals(Weather.ON_TRIAL))
                .filter(turn -> turn.nanos() >= beginNanos && turn.verdict() != Verdict.HEALTHY)
                .mapToLong(turn -> turn.nanos() - beginNanos)
                .findFirst()
                .orElse(NEVER);
    }
}

package dev.drover.decision.observe;

import dev.drover.api.session.AgentMessage.Report;

/**
 * The arrivals at one agent in requests/s, smoothed and clipped. Immutable.
 *
 * <p>A lying agent, or one that counts wrongly, must not move the fleet: at most three times what is usual counts. What
 * is usual follows what counts within minutes, so that a crowd that stays is believed, step by step. Where nothing is
 * expected anything is believed.
 *
 * @param rps what counts: up with 30 s, down with 120 s
 * @param usualRps what is taken as usual: up with 3 min, down with an hour, never under what is expected
 * @param expectedRps what the steering policy expects of the agent; 0 if nothing
 */
record Demand(double rps, double usualRps, double expectedRps) {

    private static final double MOST_TIMES = 3;
    private static final double UP_SECONDS = 30;
    private static final double DOWN_SECONDS = 120;
    private static final double USUAL_UP_SECONDS = 180;
    private static final double USUAL_DOWN_SECONDS = 3_600;

    /** As long as nothing but that is known. */
    static Demand expected(double expectedRps) {
        return new Demand(expectedRps, expectedRps, expectedRps);
    }

    Demand with(Report next) {
        double seconds = next.intervalMs() / 1_000.0;
        double said = next.users().arrived() / seconds;
        double rate = expectedRps > 0 ? Math.min(said, MOST_TIMES * usualRps) : said;
        double usual = towards(rate, usualRps, seconds, rate > usualRps ? USUAL_UP_SECONDS : USUAL_DOWN_SECONDS);
        return new Demand(
                towards(rate, rps, seconds, rate > rps ? UP_SECONDS : DOWN_SECONDS),
                Math.max(usual, expectedRps),
                expectedRps);
    }

    private static double towards(double value, double from, double seconds, double tauSeconds) {
        return from + (value - from) * (1 - StrictMath.exp(-seconds / tauSeconds));
    }
}

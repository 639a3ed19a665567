package dev.drover.decision.observe;

import dev.drover.api.session.AgentMessage.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What one agent has reported lately.
 *
 * @param bootId of the process that reported
 * @param receivedAt when its last report came
 * @param last that report
 * @param demandRps its users' arrivals, smoothed: up with 30 s, down with 120 s
 * @param sightings its reports of the last two minutes, oldest first
 */
record AgentObservation(String bootId, Instant receivedAt, Report last, double demandRps, List<Sighting> sightings) {

    /** As long as the longest window of the judge, and some more. */
    static final Duration KEPT = Duration.ofMinutes(2);

    /** Reports come twice a second at most in the long run; what is beyond is a flood. */
    private static final int MAX_SIGHTINGS = 600;

    private static final double UP_SECONDS = 30;
    private static final double DOWN_SECONDS = 120;

    AgentObservation {
        sightings = List.copyOf(sightings);
    }

    static AgentObservation first(String bootId, Report report, double expectedRps, Instant now) {
        return new AgentObservation(bootId, now, report, expectedRps, List.of(new Sighting(now, report.regions())));
    }

    /** Whether the report is neither a duplicate nor older than what is known. */
    boolean isSucceededBy(String nextBootId, Report next) {
        return !nextBootId.equals(bootId) || next.sequence() > last.sequence();
    }

    AgentObservation with(String nextBootId, Report next, Instant now) {
        List<Sighting> kept = new ArrayList<>(sightings.size() + 1);
        Instant oldest = now.minus(KEPT);
        for (Sighting sighting : sightings) {
            if (sighting.receivedAt().isAfter(oldest)) {
                kept.add(sighting);
            }
        }
        kept.add(new Sighting(now, next.regions()));
        int surplus = Math.max(0, kept.size() - MAX_SIGHTINGS);
        return new AgentObservation(nextBootId, now, next, smoothed(next), kept.subList(surplus, kept.size()));
    }

    private double smoothed(Report next) {
        double seconds = next.intervalMs() / 1_000.0;
        double rate = next.users().arrived() / seconds;
        double tau = rate > demandRps ? UP_SECONDS : DOWN_SECONDS;
        return demandRps + (rate - demandRps) * (1 - StrictMath.exp(-seconds / tau));
    }

    boolean isFresh(Instant now, Duration freshFor) {
        return receivedAt.plus(freshFor).isAfter(now);
    }
}

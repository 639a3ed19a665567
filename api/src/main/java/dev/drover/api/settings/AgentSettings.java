package dev.drover.api.settings;

import java.time.Duration;

/**
 * All named parameters of an agent; they travel with each routing policy.
 *
 * @param reportInterval between regular reports, 200 ms to 60 s
 * @param probe how it probes
 * @param view when it calls a region lost
 * @param requests how it carries requests
 */
public record AgentSettings(Duration reportInterval, ProbeSettings probe, ViewSettings view, RequestSettings requests) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if the report interval is out of its range
     */
    public AgentSettings {
        Check.within("reportInterval", reportInterval, Duration.ofMillis(200), Duration.ofMinutes(1));
    }
}

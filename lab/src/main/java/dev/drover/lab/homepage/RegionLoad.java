package dev.drover.lab.homepage;

import dev.drover.api.fleet.RegionId;

/**
 * What a region bears at one moment. The counts are of users' requests since the start, without probes.
 *
 * @param region whose it is
 * @param capacityRps what it is sized for, in requests/s
 * @param arrivingRps what arrives, in requests/s over the last three seconds; may exceed the capacity
 * @param utilization arrivingRps / capacityRps
 * @param arrived requests for a page
 * @param served pages with rows
 * @param refused for the queue was full: 503 with Retry-After
 * @param failed by a fault: answered 503 or hollow, or never answered
 * @param fallbackRows rows of served pages that are not personal
 * @param probes deep probes answered
 * @param busy workers at work
 * @param waiting requests in the queue
 * @param connections open ones
 */
public record RegionLoad(
        RegionId region,
        double capacityRps,
        double arrivingRps,
        double utilization,
        long arrived,
        long served,
        long refused,
        long failed,
        long fallbackRows,
        long probes,
        int busy,
        int waiting,
        int connections) {}

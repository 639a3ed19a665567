package dev.drover.api.rest;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.OrderId;
import dev.drover.api.routing.Mark;
import dev.drover.api.verdict.RegionVerdict;
import org.jspecify.annotations.Nullable;

/**
 * A region as {@code GET /v1/regions} shows it.
 *
 * @param id which
 * @param verdict what the leader concludes of it
 * @param mark what the policy in force says of it
 * @param capacityRps as the steering policy has it
 * @param plannedRps what the policy in force sends there at the present demand, overlays included
 * @param plannedUtilization that as a part of the capacity; 0 where there is none: only finite numbers can be written
 * @param weight its share of all users, in basis points of the present demand
 * @param evacuation the order that keeps users away, if one does
 */
public record RegionView(
        RegionId id,
        RegionVerdict verdict,
        Mark mark,
        double capacityRps,
        double plannedRps,
        double plannedUtilization,
        int weight,
        @Nullable OrderId evacuation) {}

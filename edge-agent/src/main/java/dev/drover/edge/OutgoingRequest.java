package dev.drover.edge;

import dev.drover.api.fleet.RegionId;
import dev.drover.edge.view.RegionWatch;
import dev.drover.edge.view.WatchedRequest;

/** A user's request on its way to a region, with the watch that waits for its end. */
public record OutgoingRequest(RegionId region, RegionWatch watch, WatchedRequest request) {}

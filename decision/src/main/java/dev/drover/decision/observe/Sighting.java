package dev.drover.decision.observe;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.session.RegionReport;
import java.time.Instant;
import java.util.SortedMap;

/**
 * What one report said of the regions.
 *
 * @param receivedAt when, by the controller's clock
 * @param regions by name
 */
record Sighting(Instant receivedAt, SortedMap<RegionId, RegionReport> regions) {}

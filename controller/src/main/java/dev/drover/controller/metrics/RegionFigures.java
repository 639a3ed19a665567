package dev.drover.controller.metrics;

import dev.drover.api.fleet.ServiceId;
import dev.drover.api.rest.RegionView;
import java.util.List;

/**
 * What the gauges of regions show.
 *
 * @param service what is steered
 * @param regions as REST shows them
 */
public record RegionFigures(ServiceId service, List<RegionView> regions) {
    /** Copies the list. */
    public RegionFigures {
        regions = List.copyOf(regions);
    }
}

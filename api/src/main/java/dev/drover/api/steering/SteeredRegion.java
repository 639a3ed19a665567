package dev.drover.api.steering;

import dev.drover.api.routing.Origins;
import dev.drover.api.settings.Check;
import java.net.URI;
import java.util.List;

/**
 * A region as people describe it.
 *
 * @param capacityRps requests/s that it was tested to serve; 0 to 1e9
 * @param origins base URLs; 1 to 16
 */
public record SteeredRegion(double capacityRps, List<URI> origins) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the field
     */
    public SteeredRegion {
        origins = List.copyOf(origins);
        Check.within("capacityRps", capacityRps, 0, 1e9);
        Origins.check(origins);
    }
}

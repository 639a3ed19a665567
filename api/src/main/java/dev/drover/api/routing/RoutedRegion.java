package dev.drover.api.routing;

import java.net.URI;
import java.util.List;

/**
 * What an edge must know of a region to send users there.
 *
 * @param origins base URLs, http only, without path; 1 to 16; tried in turn
 * @param mark whether it may own slots
 */
public record RoutedRegion(List<URI> origins, Mark mark) {

    /**
     * Checks the origins.
     *
     * @throws IllegalArgumentException if there are none or too many, or one is not {@code http://host:port}
     */
    public RoutedRegion {
        origins = List.copyOf(origins);
        Origins.check(origins);
    }
}

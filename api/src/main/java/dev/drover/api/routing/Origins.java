package dev.drover.api.routing;

import java.net.URI;
import java.util.List;

/** The rule for the URLs of regions. */
public final class Origins {

    private Origins() {}

    /**
     * Checks that there is an origin, and that each is {@code http://host[:port]} and nothing more.
     *
     * @throws IllegalArgumentException if not
     */
    public static void check(List<URI> origins) {
        if (origins.isEmpty()) {
            throw new IllegalArgumentException("origins: none (expected: one URL at least)");
        }
        for (URI origin : origins) {
            String path = origin.getRawPath();
            boolean plain = (path == null || path.isEmpty() || path.equals("/"))
                    && origin.getRawQuery() == null
                    && origin.getRawFragment() == null
                    && origin.getRawUserInfo() == null;
            if (!"http".equals(origin.getScheme()) || origin.getHost() == null || !plain) {
                throw new IllegalArgumentException(
                        "origin: '" + origin + "' (expected: http://host:port without a path)");
            }
        }
    }

    /** The port that the origin names, or 80. */
    public static int portOf(URI origin) {
        return origin.getPort() < 0 ? 80 : origin.getPort();
    }
}

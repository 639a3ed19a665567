package dev.drover.api.routing;

import dev.drover.api.text.Printable;
import java.net.URI;
import java.util.List;

/** The rule for the URLs of regions. */
public final class Origins {

    /** The most origins of a region. */
    public static final int MAX = 16;

    private static final int LAST_PORT = 65_535;

    private Origins() {}

    /**
     * Checks that there are 1 to {@link #MAX} origins, and that each is {@code http://host[:port]} and nothing more.
     *
     * @throws IllegalArgumentException if not
     */
    public static void check(List<URI> origins) {
        if (origins.isEmpty() || origins.size() > MAX) {
            throw new IllegalArgumentException("origins: " + origins.size() + " (expected: 1 to " + MAX + " URLs)");
        }
        for (URI origin : origins) {
            boolean usable = "http".equals(origin.getScheme())
                    && origin.getHost() != null
                    && origin.getPort() != 0
                    && origin.getPort() <= LAST_PORT;
            if (!usable || !isPlain(origin)) {
                throw new IllegalArgumentException("origins: '" + Printable.excerpt(origin.toString())
                        + "' (expected: http://host:port without a path)");
            }
        }
    }

    private static boolean isPlain(URI origin) {
        String path = origin.getRawPath();
        return (path == null || path.isEmpty() || path.equals("/"))
                && origin.getRawQuery() == null
                && origin.getRawFragment() == null
                && origin.getRawUserInfo() == null;
    }

    /** The port that the origin names, or 80. */
    public static int portOf(URI origin) {
        return origin.getPort() < 0 ? 80 : origin.getPort();
    }
}

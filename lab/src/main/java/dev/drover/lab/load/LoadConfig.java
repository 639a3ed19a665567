package dev.drover.lab.load;

import java.net.URI;

/**
 * What a load generator does.
 *
 * @param target what is asked for: {@code http://host:port/path}
 * @param arrivals when
 * @param population by whom
 * @param limits what bounds it
 */
public record LoadConfig(URI target, Arrivals arrivals, Population population, Limits limits) {

    /**
     * Checks the target.
     *
     * @throws IllegalArgumentException if it is not a plain HTTP URI with a host and a port
     */
    public LoadConfig {
        if (!"http".equals(target.getScheme()) || target.getHost() == null || target.getPort() <= 0) {
            throw new IllegalArgumentException("target: " + target + " (expected: http://host:port/path)");
        }
    }

    /** With the usual limits. */
    public static LoadConfig of(URI target, Arrivals arrivals, Population population) {
        return new LoadConfig(target, arrivals, population, Limits.USUAL);
    }
}

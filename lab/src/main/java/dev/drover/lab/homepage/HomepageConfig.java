package dev.drover.lab.homepage;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.settings.Check;

/**
 * One region's homepage.
 *
 * @param region its name, as pages say it
 * @param capacityRps what it is sized for, 1 to 20,000 requests/s
 * @param host the address to listen on
 * @param port for users and probes; 0 for any free one
 * @param controlPort for faults, on 127.0.0.1 whatever the host is; 0 for any free one
 * @param seed of the catalogue, the row services' latencies and the faults' dice; the same catalogue for the same seed
 */
public record HomepageConfig(RegionId region, double capacityRps, String host, int port, int controlPort, long seed) {

    /** How much more than its capacity a region can do: at 90 % of it, waiting is short; at 108 %, it never ends. */
    static final double RESERVE = 1.08;

    private static final double PAGE_SECONDS = 0.04;
    private static final double QUEUE_SECONDS = 0.7;
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the first that is out of its range
     */
    public HomepageConfig {
        Check.within("capacityRps", capacityRps, 1, 20_000);
        Check.text("host", host, 255);
        Check.within("port", port, 0, 65_535);
        Check.within("controlPort", controlPort, 0, 65_535);
    }

    /** A homepage on loopback, on free ports, with the catalogue of seed 1. */
    public static HomepageConfig of(RegionId region, double capacityRps) {
        return new HomepageConfig(region, capacityRps, LOOPBACK, 0, 0, 1);
    }

    /** The same on these ports. */
    public HomepageConfig onPorts(int port, int controlPort) {
        return new HomepageConfig(region, capacityRps, host, port, controlPort, seed);
    }

    /** So many that a page takes about 40 ms in a large region and in a small one. */
    int workers() {
        return (int) Math.max(2, Math.round(capacityRps * RESERVE * PAGE_SECONDS));
    }

    long serviceNanos() {
        return (long) (workers() / (capacityRps * RESERVE) * 1e9);
    }

    /** Enough for a burst, and still less than edges wait for a first byte: who would wait longer is told at once. */
    int queueLimit() {
        return (int) Math.ceil(capacityRps * QUEUE_SECONDS);
    }
}

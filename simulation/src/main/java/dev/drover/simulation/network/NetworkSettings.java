package dev.drover.simulation.network;

/**
 * How good the network is.
 *
 * @param leastNanos no message is faster, in ns
 * @param meanNanos what comes on top in the mean, in ns
 * @param loss how many packets are lost and sent again, 0 to 0.3
 * @param repeated how many messages come twice, 0 to 0.5
 */
public record NetworkSettings(long leastNanos, double meanNanos, double loss, double repeated) {

    /** A good one: 5 ms and a little jitter. */
    public static final NetworkSettings GOOD = new NetworkSettings(4_000_000, 2_000_000, 0, 0);
}

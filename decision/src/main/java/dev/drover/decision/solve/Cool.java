package dev.drover.decision.solve;

import java.util.Arrays;

/**
 * The lowest peak utilization at which everything fits, by Newton's method on the bottleneck.
 *
 * <p>A peak that is too low leaves a bottleneck: regions that are full, and whose users may go nowhere else. It carries
 * at least what it carries now, so its load over its capacity is the next peak to try; each bottleneck is met once.
 */
final class Cool {

    /** Beyond one for each region: what Newton's method needs at most, and a few for rounding. */
    private static final int SPARE_ROUNDS = 16;

    private final Network network;
    private final Headroom headroom;

    Cool(Network network, Headroom headroom) {
        this.network = network;
        this.headroom = headroom;
    }

    /** The lowest peak, or NaN if not everything fits at the highest. Each edge with demand must be allowed somewhere. */
    double lowestPeak() {
        double peak = Math.min(headroom.most(), Math.max(headroom.least(), average()));
        long[] limit = headroom.at(peak);
        long[] room = limit.clone();
        long[] spread = spread(room);
        if (Arrays.stream(room).allMatch(left -> left >= 0)) {
            return peak;
        }
        RegionFlow flow = new RegionFlow(network.withoutCosts(), spread, limit, new long[network.regions]);
        for (int round = 0; !flow.relieve(); round++) {
            if (peak >= headroom.most()) {
                return Double.NaN;
            }
            if (round > network.regions + SPARE_ROUNDS) {
                throw new IllegalStateException("peak: no end after " + round + " bottlenecks (expected: at most one "
                        + "for each of " + network.regions + " regions)");
            }
            peak = Math.min(headroom.most(), Math.max(Math.nextUp(peak), ratioOfBottleneck(flow)));
            System.arraycopy(headroom.at(peak), 0, limit, 0, limit.length);
        }
        return peak;
    }

    /** No peak is under the average; nobody has any if there is no capacity. */
    private double average() {
        double load = Arrays.stream(network.demand).asDoubleStream().sum();
        double capacity = 0;
        for (int region = 0; region < network.regions; region++) {
            load += headroom.fixed()[region];
            capacity += headroom.capacity()[region];
        }
        return capacity > 0 ? load / capacity : 0;
    }

    private double ratioOfBottleneck(RegionFlow flow) {
        double load = 0;
        double capacity = 0;
        for (int region = 0; region < network.regions; region++) {
            if (flow.stuck(region)) {
                load += (double) flow.load(region) + headroom.fixed()[region];
                capacity += headroom.capacity()[region];
            }
        }
        return capacity > 0 ? load / capacity : headroom.most();
    }

    /** Everything where there is most room, the edges with the fewest choices first; what fits nowhere overloads. */
    private long[] spread(long[] room) {
        long[] flow = new long[network.cost.length];
        for (int edge : network.byChoice()) {
            long left = network.demand[edge];
            while (left > 0) {
                int region = roomiest(edge, room);
                long amount = room[region] > 0 ? Math.min(left, room[region]) : left;
                flow[edge * network.regions + region] += amount;
                room[region] -= amount;
                left -= amount;
            }
        }
        return flow;
    }

    private int roomiest(int edge, long[] room) {
        int roomiest = -1;
        for (int region = 0; region < room.length; region++) {
            if (network.allows(edge, region) && (roomiest < 0 || room[region] > room[roomiest])) {
                roomiest = region;
            }
        }
        return roomiest;
    }
}

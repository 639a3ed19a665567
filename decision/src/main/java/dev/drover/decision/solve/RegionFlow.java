package dev.drover.decision.solve;

import java.util.Arrays;

/**
 * A flow from edges to regions in which overloaded regions are relieved at the least cost.
 *
 * <p>Successive shortest paths on the graph of regions: a path says "shift some of edge e1 from a to b, then some of
 * edge e2 from b to c", and takes as much from an overloaded region to one with room as the tightest of its shifts
 * allows. Prices of regions keep the costs along shifts from being negative; among paths of equal cost one with the
 * fewest shifts is taken, which bounds their number even where all costs are equal.
 */
final class RegionFlow {

    /** Times (edges + regions) x regions: far more paths than can be needed. */
    private static final long PATHS_PER_PLACE = 1_000;

    private static final int NOWHERE = -1;

    private final Network network;
    private final long[] flow;
    private final long[] load;
    private final long[] limit;
    private final CheapestShifts shifts;

    /** What one more unit of room would be worth, negated; 0 where there is room. */
    private final long[] price;

    private final long[] distance;
    private final int[] hops;
    private final int[] cameFrom;
    private final boolean[] settled;
    private final int[] unsettled;
    private final boolean[] stuck;
    private final int[] path;
    private final int[] pathEdge;

    /**
     * Starts from a flow that carries all demand; if there are costs, one in which every edge is at its cheapest.
     *
     * @param flow by edge and region; changed by what follows
     * @param limit of each region; may be raised from outside while there are no costs
     */
    RegionFlow(Network network, long[] flow, long[] limit) {
        int regions = network.regions;
        this.network = network;
        this.flow = flow;
        this.limit = limit;
        load = network.loadsOf(flow);
        shifts = new CheapestShifts(network, flow);
        price = new long[regions];
        distance = new long[regions];
        hops = new int[regions];
        cameFrom = new int[regions];
        settled = new boolean[regions];
        unsettled = new int[regions];
        stuck = new boolean[regions];
        path = new int[regions];
        pathEdge = new int[regions];
    }

    /**
     * Relieves what is overloaded.
     *
     * @return whether no region is above its limit any more; if not, {@link #stuck} is the bottleneck
     */
    boolean relieve() {
        Arrays.fill(stuck, false);
        boolean all = true;
        long pathsLeft = PATHS_PER_PLACE * network.regions * (network.edges + network.regions);
        for (int region = 0; region < network.regions; region++) {
            while (load[region] > limit[region] && !stuck[region]) {
                int target = nearestRoom(region);
                if (target == NOWHERE) {
                    all = false;
                    markStuck();
                } else {
                    shiftAlong(region, target);
                }
                if (--pathsLeft < 0) {
                    throw new IllegalStateException("flow: no end after " + PATHS_PER_PLACE
                            + " paths per edge and region (expected: far fewer)");
                }
            }
        }
        return all;
    }

    /**
     * Whether the region is in the bottleneck: the regions that overloaded ones can shift to. All of them are full, and
     * no user in them may go elsewhere.
     */
    boolean stuck(int region) {
        return stuck[region];
    }

    long load(int region) {
        return load[region];
    }

    /** What one unit more of room in the region would save. */
    long worthOfRoom(int region) {
        return -price[region];
    }

    private void markStuck() {
        for (int region = 0; region < network.regions; region++) {
            stuck[region] |= settled[region];
        }
    }

    /** Dijkstra from an overloaded region to the nearest one with room. */
    private int nearestRoom(int source) {
        Arrays.fill(distance, Network.FORBIDDEN);
        Arrays.fill(settled, false);
        for (int region = 0; region < unsettled.length; region++) {
            unsettled[region] = region;
        }
        distance[source] = 0;
        hops[source] = 0;
        int at = source;
        for (int left = unsettled.length; left > 0; left--) {
            int region = unsettled[at];
            unsettled[at] = unsettled[left - 1];
            settled[region] = true;
            if (load[region] < limit[region]) {
                reprice(distance[region]);
                return region;
            }
            at = extendFrom(region, left - 1);
            if (at == NOWHERE) {
                return NOWHERE;
            }
        }
        return NOWHERE;
    }

    /** Looks at all shifts out of a region; returns which of the unsettled ones is nearest now. */
    private int extendFrom(int from, int left) {
        shifts.open(from);
        int row = from * unsettled.length;
        long[] cost = shifts.cost;
        long base = distance[from] + price[from];
        int hop = hops[from] + 1;
        int nearest = NOWHERE;
        long least = Network.FORBIDDEN;
        for (int i = 0; i < left; i++) {
            int to = unsettled[i];
            long reached = cost[row + to] == Network.FORBIDDEN ? Network.FORBIDDEN : base + cost[row + to] - price[to];
            if (reached < distance[to] || (reached == distance[to] && hop < hops[to] && reached != Network.FORBIDDEN)) {
                distance[to] = reached;
                hops[to] = hop;
                cameFrom[to] = from;
            }
            long far = distance[to];
            if (far < least || (far == least && nearest != NOWHERE && hops[to] < hops[unsettled[nearest]])) {
                least = far;
                nearest = i;
            }
        }
        return nearest;
    }

    private void reprice(long nearest) {
        for (int region = 0; region < network.regions; region++) {
            if (settled[region]) {
                price[region] += distance[region] - nearest;
            }
        }
    }

    private void shiftAlong(int source, int target) {
        int length = hops[target];
        long amount = Math.min(load[source] - limit[source], limit[target] - load[target]);
        for (int at = target, i = length - 1; i >= 0; i--) {
            int from = cameFrom[at];
            int edge = shifts.edge[from * unsettled.length + at];
            path[i] = at;
            pathEdge[i] = edge;
            amount = Math.min(amount, roomForShift(edge, from, at));
            at = from;
        }
        int from = source;
        for (int i = 0; i < length; i++) {
            shift(pathEdge[i], from, path[i], amount);
            from = path[i];
        }
        load[source] -= amount;
        load[target] += amount;
    }

    private long roomForShift(int edge, int from, int to) {
        int less = edge * network.regions + from;
        int more = edge * network.regions + to;
        return Math.min(network.roomForLess(less, flow[less]), network.roomForMore(more, flow[more]));
    }

    private void shift(int edge, int from, int to, long amount) {
        int less = edge * network.regions + from;
        int more = edge * network.regions + to;
        int laneOfLess = network.laneOf(less, flow[less]);
        int laneOfMore = network.laneOf(more, flow[more]);
        flow[less] -= amount;
        flow[more] += amount;
        if (network.laneOf(less, flow[less]) != laneOfLess) {
            shifts.changed(edge, from);
        }
        if (network.laneOf(more, flow[more]) != laneOfMore) {
            shifts.changed(edge, to);
        }
    }
}

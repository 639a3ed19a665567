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

    /** What one more unit of room is worth; 0 where there is room, in the end. */
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
     * Starts from a flow that carries all demand, in which every edge is at its cheapest if regions have those prices.
     *
     * @param flow by edge and region; changed by what follows
     * @param limit of each region; may be raised from outside while there are no costs
     * @param price of each region, 0 or more; the closer to those of the solution, the less remains to be done
     */
    RegionFlow(Network network, long[] flow, long[] limit, long[] price) {
        int regions = network.regions;
        this.network = network;
        this.flow = flow;
        this.limit = limit;
        this.price = price.clone();
        load = network.loadsOf(flow);
        shifts = new CheapestShifts(network, flow);
        distance = new long[regions];
        hops = new int[regions];
        cameFrom = new int[regions];
        settled = new boolean[regions];
        unsettled = new int[regions];
        stuck = new boolean[regions];
        path = new int[regions];
        pathEdge = new int[regions];
    }

    /** Starts anywhere in a network in which every way is as good as any other. */
    static RegionFlow withoutCosts(Network network, long[] limit) {
        long[] free = new long[network.regions];
        return new RegionFlow(network, network.cheapestFlow(free), limit, free);
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
                if (!relieveOnce(region)) {
                    all = false;
                    markStuck();
                }
                check(--pathsLeft);
            }
        }
        for (int region = 0; region < network.regions; region++) {
            while (price[region] > 0 && load[region] < limit[region]) {
                fillUp();
                check(--pathsLeft);
            }
        }
        return all;
    }

    private static void check(long pathsLeft) {
        if (pathsLeft < 0) {
            throw new IllegalStateException(
                    "flow: no end after " + PATHS_PER_PLACE + " paths per edge and region (expected: far fewer)");
        }
    }

    private boolean relieveOnce(int overloaded) {
        start();
        reach(overloaded, 0);
        int target = nearestRoom(false);
        if (target == NOWHERE) {
            return false;
        }
        for (int region = 0; region < network.regions; region++) {
            if (settled[region]) {
                price[region] += distance[target] - distance[region];
            }
        }
        shiftTo(target, load[overloaded] - limit[overloaded]);
        return true;
    }

    /**
     * Fills one of the regions that have room although they are not free, from wherever users would rather be there
     * as prices fall; or finds that it becomes free first.
     */
    private void fillUp() {
        start();
        for (int region = 0; region < network.regions; region++) {
            if (load[region] > 0 || price[region] > 0) {
                reach(region, price[region]);
            }
        }
        int target = nearestRoom(true);
        long nearest = distance[target];
        for (int region = 0; region < network.regions; region++) {
            price[region] = Math.max(0, price[region] - Math.min(nearest, distance[region]));
        }
        if (hops[target] > 0) {
            shiftTo(target, Long.MAX_VALUE);
        }
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

    /** What one more unit of room in the region is worth. */
    long price(int region) {
        return price[region];
    }

    private void markStuck() {
        for (int region = 0; region < network.regions; region++) {
            stuck[region] |= settled[region];
        }
    }

    private void start() {
        Arrays.fill(distance, Network.FORBIDDEN);
        Arrays.fill(hops, 0);
        Arrays.fill(settled, false);
        for (int region = 0; region < unsettled.length; region++) {
            unsettled[region] = region;
        }
    }

    private void reach(int region, long far) {
        distance[region] = far;
    }

    /** Dijkstra from the regions that were reached to the nearest one with room, of all or of those with a price. */
    private int nearestRoom(boolean ofPriced) {
        int left = unsettled.length;
        for (int at = nearestUnsettled(left); at != NOWHERE; at = nearestUnsettled(left)) {
            int region = unsettled[at];
            unsettled[at] = unsettled[--left];
            settled[region] = true;
            if (load[region] < limit[region] && (!ofPriced || price[region] > 0)) {
                return region;
            }
            extendFrom(region, left);
        }
        return NOWHERE;
    }

    private int nearestUnsettled(int left) {
        int nearest = NOWHERE;
        long least = Network.FORBIDDEN;
        int fewest = 0;
        for (int i = 0; i < left; i++) {
            int region = unsettled[i];
            long far = distance[region];
            if (far < least || (far == least && hops[region] < fewest)) {
                least = far;
                fewest = hops[region];
                nearest = i;
            }
        }
        return nearest;
    }

    private void extendFrom(int from, int left) {
        shifts.open(from);
        int row = from * unsettled.length;
        long[] cost = shifts.cost;
        long base = distance[from] - price[from];
        int hop = hops[from] + 1;
        for (int i = 0; i < left; i++) {
            int to = unsettled[i];
            long shift = cost[row + to];
            long reached = shift == Network.FORBIDDEN ? Network.FORBIDDEN : base + shift + price[to];
            if (reached < distance[to] || (reached == distance[to] && hop < hops[to])) {
                distance[to] = reached;
                hops[to] = hop;
                cameFrom[to] = from;
            }
        }
    }

    private void shiftTo(int target, long most) {
        int length = hops[target];
        long amount = Math.min(most, limit[target] - load[target]);
        int source = target;
        for (int i = length - 1; i >= 0; i--) {
            int from = cameFrom[source];
            path[i] = source;
            pathEdge[i] = shifts.edge[from * unsettled.length + source];
            amount = Math.min(amount, roomForShift(pathEdge[i], from, source));
            source = from;
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

package dev.drover.decision.solve;

import java.util.Arrays;

/**
 * For each pair of regions, the edge whose users are cheapest to shift from the one to the other.
 *
 * <p>A region has a list of edges: those that were in it at the start, and those that came since. When its shifts are
 * first asked for, the edges on the list are noted for each pair, row by row as they lie in memory, and the best is
 * found. Only when the best of a pair is gone, its notes are made a heap, which then takes in who came since. A heap is
 * cleaned only at its top: an entry whose edge has left the region, or costs more by now, is dropped or put back when
 * it comes up.
 */
final class CheapestShifts {

    /** What a shift costs per unit, by region from and to; FORBIDDEN if none is possible or the first is not open. */
    final long[] cost;
    /** Whose shift that is. */
    final int[] edge;

    private final Network network;
    private final long[] flow;
    private final ShiftHeap heaps;
    private final boolean[] opened;
    /** By region; an edge may be there twice, and may have left. */
    private final IntLists listed;
    /** By pair: how much of the list its heap has taken in. */
    private final int[] taken;
    /** By pair: whether its heap is one already, or still in the order in which edges were found. */
    private final boolean[] ordered;

    CheapestShifts(Network network, long[] flow) {
        this.network = network;
        this.flow = flow;
        int pairs = network.regions * network.regions;
        heaps = new ShiftHeap(pairs);
        opened = new boolean[network.regions];
        listed = new IntLists(network.regions);
        taken = new int[pairs];
        ordered = new boolean[pairs];
        cost = new long[pairs];
        edge = new int[pairs];
        Arrays.fill(cost, Network.FORBIDDEN);
        for (int e = 0, place = 0; e < network.edges; e++) {
            for (int region = 0; region < network.regions; region++, place++) {
                if (flow[place] > 0) {
                    listed.add(region, e);
                }
            }
        }
    }

    /** Makes the shifts out of a region known; does nothing the second time. */
    void open(int from) {
        if (opened[from]) {
            return;
        }
        opened[from] = true;
        for (int pair = from * network.regions; pair < (from + 1) * network.regions; pair++) {
            heaps.reserve(pair, listed.size(from));
            taken[pair] = listed.size(from);
        }
        for (int i = 0; i < listed.size(from); i++) {
            int e = listed.get(from, i);
            int row = e * network.regions;
            if (flow[row + from] > 0) {
                compareAll(e, from, network.savedByLess(row + from, flow[row + from]));
            }
        }
    }

    private void compareAll(int e, int from, long saved) {
        int row = e * network.regions;
        int pairs = from * network.regions;
        for (int to = 0; to < network.regions; to++) {
            if (network.cost[row + to] != Network.FORBIDDEN && to != from) {
                long now = network.costOfMore(row + to, flow[row + to]) - saved;
                heaps.append(pairs + to, now, e);
                if (now < cost[pairs + to]) {
                    cost[pairs + to] = now;
                    edge[pairs + to] = e;
                }
            }
        }
    }

    /** To be told whenever the lane of an edge in a region is another one. */
    void changed(int e, int region) {
        int row = e * network.regions;
        if (flow[row + region] > 0) {
            listed.add(region, e);
        }
        if (opened[region]) {
            for (int to = 0; to < network.regions; to++) {
                if (to != region && network.cost[row + to] != Network.FORBIDDEN) {
                    compare(e, region, to);
                }
            }
        }
        if (network.kept.length > 0) {
            for (int from = 0; from < network.regions; from++) {
                if (from != region && flow[row + from] > 0 && opened[from]) {
                    add(e, from, region);
                    compare(e, from, region);
                }
            }
        }
    }

    private void compare(int e, int from, int to) {
        int pair = from * network.regions + to;
        if (flow[e * network.regions + from] > 0) {
            long now = costOf(e, from, to);
            if (now < cost[pair]) {
                cost[pair] = now;
                edge[pair] = e;
                return;
            }
        }
        if (edge[pair] == e) {
            settle(from, to);
        }
    }

    private void settle(int from, int to) {
        int pair = from * network.regions + to;
        if (!ordered[pair]) {
            ordered[pair] = true;
            heaps.order(pair);
        }
        takeIn(pair, from, to);
        while (!heaps.isEmpty(pair)) {
            int top = heaps.topEdge(pair);
            if (flow[top * network.regions + from] == 0) {
                heaps.pop(pair);
                continue;
            }
            long now = costOf(top, from, to);
            if (now == heaps.topCost(pair)) {
                cost[pair] = now;
                edge[pair] = top;
                return;
            }
            heaps.replaceTop(pair, now);
        }
        cost[pair] = Network.FORBIDDEN;
    }

    private void takeIn(int pair, int from, int to) {
        for (; taken[pair] < listed.size(from); taken[pair]++) {
            int e = listed.get(from, taken[pair]);
            int row = e * network.regions;
            if (flow[row + from] > 0 && network.cost[row + to] != Network.FORBIDDEN) {
                heaps.push(pair, costOf(e, from, to), e);
            }
        }
    }

    private void add(int e, int from, int to) {
        int pair = from * network.regions + to;
        if (ordered[pair]) {
            heaps.push(pair, costOf(e, from, to), e);
        } else {
            heaps.append(pair, costOf(e, from, to), e);
        }
    }

    private long costOf(int e, int from, int to) {
        int less = e * network.regions + from;
        int more = e * network.regions + to;
        return network.costOfMore(more, flow[more]) - network.savedByLess(less, flow[less]);
    }
}

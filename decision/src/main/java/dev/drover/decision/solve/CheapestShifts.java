package dev.drover.decision.solve;

import java.util.Arrays;

/**
 * For each pair of regions, the edge whose users are cheapest to shift from the one to the other.
 *
 * <p>A region's heaps, one for each other region, are made when something is first to leave it, and cleaned only at the
 * top: an entry whose edge has left the region, or costs more by now, is dropped or put back when it comes up. What
 * becomes cheaper is only compared with the best and noted; a heap takes the notes in when its best is gone. Most
 * heaps never are.
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
    /** By region: edges of which some shift out of it became cheaper since it was opened. */
    private final IntLists noted;
    /** By pair: how many of the notes its heap has taken in. */
    private final int[] taken;

    CheapestShifts(Network network, long[] flow) {
        this.network = network;
        this.flow = flow;
        int pairs = network.regions * network.regions;
        heaps = new ShiftHeap(pairs);
        opened = new boolean[network.regions];
        noted = new IntLists(network.regions);
        taken = new int[pairs];
        cost = new long[pairs];
        edge = new int[pairs];
        Arrays.fill(cost, Network.FORBIDDEN);
    }

    /** Makes the shifts out of a region known; does nothing the second time. */
    void open(int from) {
        if (opened[from]) {
            return;
        }
        opened[from] = true;
        int regions = network.regions;
        for (int e = 0; e < network.edges; e++) {
            int place = e * regions + from;
            if (flow[place] > 0) {
                appendAll(e, from, network.savedByLess(place, flow[place]));
            }
        }
        for (int to = 0; to < regions; to++) {
            heaps.order(from * regions + to);
            settle(from, to);
        }
    }

    private void appendAll(int e, int from, long saved) {
        int row = e * network.regions;
        for (int to = 0; to < network.regions; to++) {
            if (network.cost[row + to] != Network.FORBIDDEN && to != from) {
                heaps.append(from * network.regions + to, network.costOfMore(row + to, flow[row + to]) - saved, e);
            }
        }
    }

    /** To be told whenever the lane of an edge in a region is another one. */
    void changed(int e, int region) {
        int row = e * network.regions;
        if (opened[region]) {
            if (flow[row + region] > 0) {
                noted.add(region, e);
            }
            for (int to = 0; to < network.regions; to++) {
                if (to != region && network.cost[row + to] != Network.FORBIDDEN) {
                    compare(e, region, to);
                }
            }
        }
        if (network.kept.length > 0) {
            for (int from = 0; from < network.regions; from++) {
                if (from != region && opened[from] && flow[row + from] > 0) {
                    noted.add(from, e);
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
        takeNotes(pair, from, to);
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

    private void takeNotes(int pair, int from, int to) {
        for (; taken[pair] < noted.size(from); taken[pair]++) {
            int e = noted.get(from, taken[pair]);
            int row = e * network.regions;
            if (flow[row + from] > 0 && network.cost[row + to] != Network.FORBIDDEN && to != from) {
                heaps.push(pair, costOf(e, from, to), e);
            }
        }
    }

    private long costOf(int e, int from, int to) {
        int less = e * network.regions + from;
        int more = e * network.regions + to;
        return network.costOfMore(more, flow[more]) - network.savedByLess(less, flow[less]);
    }
}

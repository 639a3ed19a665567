package dev.drover.decision.solve;

import java.util.Arrays;

/**
 * Heaps of (cost, edge), one for each pair of regions, cheapest first and among equals the lower edge.
 *
 * <p>Arrays in arrays rather than objects: there are regions^2 of them, most of them small.
 */
final class ShiftHeap {

    private static final int FIRST_CAPACITY = 4;
    private static final long[] NO_COSTS = {};
    private static final int[] NO_EDGES = {};

    private final long[][] costs;
    private final int[][] edges;
    private final int[] sizes;

    ShiftHeap(int heaps) {
        costs = new long[heaps][];
        edges = new int[heaps][];
        sizes = new int[heaps];
        Arrays.fill(costs, NO_COSTS);
        Arrays.fill(edges, NO_EDGES);
    }

    boolean isEmpty(int heap) {
        return sizes[heap] == 0;
    }

    long topCost(int heap) {
        return costs[heap][0];
    }

    int topEdge(int heap) {
        return edges[heap][0];
    }

    /** Makes room for so many at once. */
    void reserve(int heap, int capacity) {
        if (capacity > costs[heap].length) {
            costs[heap] = Arrays.copyOf(costs[heap], capacity);
            edges[heap] = Arrays.copyOf(edges[heap], capacity);
        }
    }

    /** Adds without order; {@link #order} must follow. */
    void append(int heap, long cost, int edge) {
        int size = sizes[heap];
        if (size == costs[heap].length) {
            reserve(heap, Math.max(FIRST_CAPACITY, size * 2));
        }
        costs[heap][size] = cost;
        edges[heap][size] = edge;
        sizes[heap] = size + 1;
    }

    /** Brings what was appended into order. */
    void order(int heap) {
        for (int i = sizes[heap] / 2 - 1; i >= 0; i--) {
            sink(heap, i, costs[heap][i], edges[heap][i]);
        }
    }

    void push(int heap, long cost, int edge) {
        append(heap, cost, edge);
        long[] cost0 = costs[heap];
        int[] edge0 = edges[heap];
        int at = sizes[heap] - 1;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!before(cost, edge, cost0[parent], edge0[parent])) {
                break;
            }
            cost0[at] = cost0[parent];
            edge0[at] = edge0[parent];
            at = parent;
        }
        cost0[at] = cost;
        edge0[at] = edge;
    }

    void pop(int heap) {
        int last = --sizes[heap];
        if (last > 0) {
            sink(heap, 0, costs[heap][last], edges[heap][last]);
        }
    }

    /** Gives the top another cost, and another place if it must. */
    void replaceTop(int heap, long cost) {
        sink(heap, 0, cost, edges[heap][0]);
    }

    private void sink(int heap, int from, long cost, int edge) {
        long[] cost0 = costs[heap];
        int[] edge0 = edges[heap];
        int size = sizes[heap];
        int at = from;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && before(cost0[child + 1], edge0[child + 1], cost0[child], edge0[child])) {
                child++;
            }
            if (!before(cost0[child], edge0[child], cost, edge)) {
                break;
            }
            cost0[at] = cost0[child];
            edge0[at] = edge0[child];
            at = child;
        }
        cost0[at] = cost;
        edge0[at] = edge;
    }

    private static boolean before(long cost, int edge, long otherCost, int otherEdge) {
        return cost < otherCost || (cost == otherCost && edge < otherEdge);
    }
}

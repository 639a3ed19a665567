package dev.drover.decision.solve;

import java.util.Arrays;

/**
 * What flows from edges to regions, in units: a matrix of costs with a row per edge and a column per region.
 *
 * <p>Cost is convex in two lanes: what an edge had in a region before costs the latency, what comes on top costs the
 * move as well.
 */
final class Network {

    /** The cost of a region that the edge may not use. */
    static final long FORBIDDEN = Long.MAX_VALUE;

    private static final long[] NOTHING = {};

    final int edges;
    final int regions;
    /** What each edge sends. */
    final long[] demand;
    /** Of one unit, by edge and region. */
    final long[] cost;
    /** What each edge had in each region before; of no length if nothing counts as moved. */
    final long[] kept;

    final long moveCost;

    private Network(int regions, long[] demand, long[] cost, long[] kept, long moveCost) {
        this.edges = demand.length;
        this.regions = regions;
        this.demand = demand;
        this.cost = cost;
        this.kept = kept;
        this.moveCost = moveCost;
    }

    static Network of(int regions, long[] demand, long[] cost) {
        return new Network(regions, demand, cost, NOTHING, 0);
    }

    /** This network with what was there before; an edge to which moves are nothing has kept all it could. */
    Network keeping(long[] before, long costOfMove) {
        return new Network(regions, demand, cost, before, costOfMove);
    }

    Network withDemand(long[] other) {
        return new Network(regions, other, cost, kept, moveCost);
    }

    /** This network where every way is as good as any other. */
    Network withoutCosts() {
        long[] free = new long[cost.length];
        for (int i = 0; i < free.length; i++) {
            free[i] = cost[i] == FORBIDDEN ? FORBIDDEN : 0;
        }
        return new Network(regions, demand, free, NOTHING, 0);
    }

    /** Some edges and some regions of this network, in that order, without costs; for those edges that demand. */
    Network part(int[] ofEdges, int[] ofRegions, long[] theirDemand) {
        long[] free = new long[ofEdges.length * ofRegions.length];
        int at = 0;
        for (int edge : ofEdges) {
            for (int region : ofRegions) {
                free[at++] = allows(edge, region) ? 0 : FORBIDDEN;
            }
        }
        return of(ofRegions.length, theirDemand, free);
    }

    boolean allows(int edge, int region) {
        return cost[edge * regions + region] != FORBIDDEN;
    }

    boolean allowsAny(int edge) {
        for (int i = edge * regions; i < (edge + 1) * regions; i++) {
            if (cost[i] != FORBIDDEN) {
                return true;
            }
        }
        return false;
    }

    /** The allowed region that is nearest; the edge must be allowed somewhere. */
    int nearest(int edge) {
        int nearest = 0;
        for (int region = 1; region < regions; region++) {
            nearest = cost[edge * regions + region] < cost[edge * regions + nearest] ? region : nearest;
        }
        return nearest;
    }

    /** The cost of one unit more, at a place (edge * regions + region) where so much flows. */
    long costOfMore(int place, long flow) {
        return kept.length == 0 || flow < kept[place] ? cost[place] : cost[place] + moveCost;
    }

    /** What one unit less saves, at a place where so much flows, which is more than nothing. */
    long savedByLess(int place, long flow) {
        return kept.length == 0 || flow <= kept[place] ? cost[place] : cost[place] + moveCost;
    }

    /** How much more fits before one unit more costs more. */
    long roomForMore(int place, long flow) {
        return kept.length == 0 || flow >= kept[place] ? Long.MAX_VALUE : kept[place] - flow;
    }

    /** How much less there can be before one unit less saves less. */
    long roomForLess(int place, long flow) {
        return kept.length == 0 || flow <= kept[place] ? flow : flow - kept[place];
    }

    /** A number that changes whenever one of the costs of more and less does. */
    int laneOf(int place, long flow) {
        if (flow == 0 || kept.length == 0) {
            return flow == 0 ? 0 : 1;
        }
        if (flow == kept[place]) {
            return 2;
        }
        return flow < kept[place] ? 1 : 3;
    }

    /** Everything at its cheapest, wherever that overloads, if regions have those prices. */
    long[] cheapestFlow(long[] price) {
        long[] flow = new long[cost.length];
        for (int edge = 0; edge < edges; edge++) {
            long left = demand[edge];
            for (int step = 0; left > 0 && step <= regions; step++) {
                int place = cheapestPlace(edge, flow, price);
                long amount = Math.min(left, roomForMore(place, flow[place]));
                flow[place] += amount;
                left -= amount;
            }
        }
        return flow;
    }

    private int cheapestPlace(int edge, long[] flow, long[] price) {
        int best = edge * regions;
        long least = FORBIDDEN;
        for (int region = 0, place = best; region < regions; region++, place++) {
            if (cost[place] < least) {
                long cheap = costOfMore(place, flow[place]) + price[region];
                if (cheap < least) {
                    least = cheap;
                    best = place;
                }
            }
        }
        return best;
    }

    /**
     * A network of fewer edges that is much like this one: half of them those that send most, and of the rest every
     * n-th, which stands for its neighbours too. So that nothing overflows, the large ones are made smaller instead.
     *
     * @param rows how many edges at most, 2 to all
     */
    Network sample(int rows) {
        int larges = rows / 2;
        int weight = (edges - larges) / (rows - larges);
        long[] sorted = demand.clone();
        Arrays.sort(sorted);
        long large = sorted[edges - larges];
        int[] chosen = new int[rows];
        int size = 0;
        for (int edge = 0, small = 0; edge < edges && size < rows; edge++) {
            if (demand[edge] > large || small++ % weight == 0) {
                chosen[size++] = edge;
            }
        }
        return rows(Arrays.copyOf(chosen, size), large, weight);
    }

    /** Some edges of this network; what is larger than that is divided by so much. */
    private Network rows(int[] ofEdges, long large, long weight) {
        long[] theirDemand = new long[ofEdges.length];
        long[] theirCost = new long[ofEdges.length * regions];
        long[] theirKept = new long[kept.length == 0 ? 0 : theirCost.length];
        for (int row = 0; row < ofEdges.length; row++) {
            int from = ofEdges[row] * regions;
            long divisor = demand[ofEdges[row]] > large ? weight : 1;
            theirDemand[row] = demand[ofEdges[row]] / divisor;
            System.arraycopy(cost, from, theirCost, row * regions, regions);
            for (int region = 0; kept.length > 0 && region < regions; region++) {
                theirKept[row * regions + region] = kept[from + region] / divisor;
            }
        }
        return new Network(regions, theirDemand, theirCost, theirKept, moveCost);
    }

    /** What each region gets of that flow. */
    long[] loadsOf(long[] flow) {
        long[] load = new long[regions];
        for (int edge = 0, place = 0; edge < edges; edge++) {
            for (int region = 0; region < regions; region++, place++) {
                load[region] += flow[place];
            }
        }
        return load;
    }

    /** The edges in which fewest regions are allowed first, else in their order. */
    int[] byChoice() {
        int[] start = new int[regions + 2];
        int[] choices = new int[edges];
        for (int edge = 0; edge < edges; edge++) {
            for (int i = edge * regions; i < (edge + 1) * regions; i++) {
                choices[edge] += cost[i] == FORBIDDEN ? 0 : 1;
            }
            start[choices[edge] + 1]++;
        }
        for (int i = 1; i < start.length; i++) {
            start[i] += start[i - 1];
        }
        int[] order = new int[edges];
        for (int edge = 0; edge < edges; edge++) {
            order[start[choices[edge]]++] = edge;
        }
        return order;
    }
}

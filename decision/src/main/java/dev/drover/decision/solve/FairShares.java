package dev.drover.decision.solve;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much of each edge is served if not all can be: the most, and shed shares that are max-min fair.
 *
 * <p>Fujishige's decomposition: serve all the same share, as large as capacity allows in all. If that fits, it is the
 * answer. If not, the bottleneck and the rest have nothing to give each other: the bottleneck's users may go nowhere
 * else, and the rest's users find it full. So each is solved by itself. There are at most 2 x regions - 1 parts.
 */
final class FairShares {

    private final Network network;
    private final long[] limit;
    /** Units served, by edge. */
    final long[] served;
    /** The share that they are of the edge's demand: more precise than the units if there are few of them. */
    final double[] share;

    private FairShares(Network network, long[] limit) {
        this.network = network;
        this.limit = limit;
        served = new long[network.edges];
        share = new double[network.edges];
    }

    /** The fair shares of a network within those limits; an edge that is allowed nowhere gets nothing. */
    static FairShares of(Network network, long[] limit) {
        FairShares shares = new FairShares(network, limit);
        int[] edges = IntStream.range(0, network.edges)
                .filter(edge -> network.demand[edge] > 0 && network.allowsAny(edge))
                .toArray();
        shares.decompose(edges, IntStream.range(0, network.regions).toArray());
        return shares;
    }

    private void decompose(int[] edges, int[] regions) {
        if (edges.length == 0) {
            return;
        }
        long wanted =
                Arrays.stream(edges).mapToLong(edge -> network.demand[edge]).sum();
        long offered = Math.min(wanted, capacityOf(regions, wanted));
        long[] equal = Arrays.stream(edges)
                .mapToLong(edge -> part(network.demand[edge], offered, wanted))
                .toArray();
        Network all = network.part(edges, regions, equal);
        long[] room = Arrays.stream(regions).mapToLong(region -> limit[region]).toArray();
        RegionFlow flow = RegionFlow.withoutCosts(all, room);
        if (flow.relieve()) {
            for (int i = 0; i < edges.length; i++) {
                served[edges[i]] = equal[i];
                share[edges[i]] = (double) offered / wanted;
            }
            return;
        }
        decomposeApart(edges, regions, all, flow);
    }

    private void decomposeApart(int[] edges, int[] regions, Network all, RegionFlow flow) {
        boolean[] elsewhere = new boolean[edges.length];
        for (int i = 0; i < edges.length; i++) {
            for (int j = 0; j < regions.length; j++) {
                elsewhere[i] |= !flow.stuck(j) && all.allows(i, j);
            }
        }
        for (boolean rest : new boolean[] {false, true}) {
            decompose(
                    IntStream.range(0, edges.length)
                            .filter(i -> elsewhere[i] == rest)
                            .map(i -> edges[i])
                            .toArray(),
                    IntStream.range(0, regions.length)
                            .filter(j -> flow.stuck(j) != rest)
                            .map(j -> regions[j])
                            .toArray());
        }
    }

    private long capacityOf(int[] regions, long enough) {
        long sum = 0;
        for (int region : regions) {
            sum = Math.min(enough, sum + limit[region]);
        }
        return sum;
    }

    /** Value x numerator / denominator, rounded down, without overflow; all at most 2^61, the fraction at most 1. */
    static long part(long value, long numerator, long denominator) {
        if (numerator == denominator) {
            return value;
        }
        long quotient = 0;
        long remainder = 0;
        for (int bit = Long.SIZE - 1 - Long.numberOfLeadingZeros(value); bit >= 0; bit--) {
            quotient <<= 1;
            remainder = (remainder << 1) + ((value >>> bit & 1) == 1 ? numerator : 0);
            while (remainder >= denominator) {
                remainder -= denominator;
                quotient++;
            }
        }
        return quotient;
    }
}

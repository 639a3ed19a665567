package dev.drover.decision.solve;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The flow of least cost within limits that it fits.
 *
 * <p>A sample of the edges is solved first. Its prices are nearly those of all, so that most edges are where they belong
 * before the first path is looked for; whatever the prices are, the result is exact. Half of the sample are the edges
 * that send most: they have most of the load, and a sample without them would say little of it.
 */
final class Near {

    /** Fewer edges in each region, and the sample says too little. */
    private static final int EDGES_PER_REGION = 12;

    /** The sample has one in so many edges. */
    private static final int SAMPLE = 4;

    private final long[] flow;
    private final long[] prices;

    Near(Network network, long[] limit) {
        long[] start = pricesOfSample(network, limit);
        flow = network.cheapestFlow(start);
        RegionFlow paths = new RegionFlow(network, flow, limit, start);
        if (!paths.relieve()) {
            throw new IllegalStateException("near: no flow within the limits (expected: one, as it was found before)");
        }
        prices = pricesOf(paths, network.regions);
    }

    /** Units by edge and region. */
    long[] flow() {
        return flow;
    }

    /** What one more unit of room in each region would save. */
    long[] prices() {
        return prices;
    }

    private static long[] pricesOfSample(Network network, long[] limit) {
        if (network.edges < (long) EDGES_PER_REGION * network.regions) {
            return new long[network.regions];
        }
        Network sample = network.sample(network.edges / SAMPLE);
        double part = (double) Arrays.stream(sample.demand).sum()
                / Math.max(1, Arrays.stream(network.demand).sum());
        long[] less =
                Arrays.stream(limit).map(room -> (long) Math.ceil(room * part)).toArray();
        long[] start = pricesOfSample(sample, less);
        RegionFlow paths = new RegionFlow(sample, sample.cheapestFlow(start), less, start);
        return paths.relieve() ? pricesOf(paths, network.regions) : new long[network.regions];
    }

    private static long[] pricesOf(RegionFlow paths, int regions) {
        return IntStream.range(0, regions).mapToLong(paths::price).toArray();
    }
}

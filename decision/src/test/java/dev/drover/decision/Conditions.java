package dev.drover.decision;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.session.Answers;
import dev.drover.api.session.Latencies;
import dev.drover.api.session.RegionReport;
import dev.drover.api.session.View;
import dev.drover.api.verdict.Tally;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What regions do to probes and requests at present, and what edges say of it. */
final class Conditions {

    private static final double USUAL_MS = 40;

    final SortedMap<RegionId, Double> failing = new TreeMap<>();
    final SortedMap<RegionId, Double> failingUsersOf = new TreeMap<>();
    final SortedMap<RegionId, Double> latencyMs = new TreeMap<>();
    final SortedMap<RegionId, Double> refusing = new TreeMap<>();
    Predicate<EdgeId> lying = edge -> false;
    Predicate<RegionId> slandered = region -> true;
    Predicate<EdgeId> unhappy = edge -> true;
    double failingUsers;

    private final SplittableRandom dice;

    Conditions(SplittableRandom dice) {
        this.dice = dice;
    }

    /** What an edge sees of a region in a second in which it sends one probe and so many requests. */
    RegionReport seen(EdgeId edge, RegionId region, long requests) {
        boolean slander = lying.test(edge) && slandered.test(region);
        double part = slander ? 1 : failing.getOrDefault(region, 0.0);
        long probesFailed = dice.nextDouble() < part ? 1 : 0;
        double unhappyPart = unhappy.test(edge) ? failingUsersOf.getOrDefault(region, 0.0) : 0;
        long requestsFailed = Math.round(requests * Math.max(part, Math.max(failingUsers, unhappyPart)));
        return new RegionReport(
                part >= 1 ? View.LOST : View.GOOD,
                new Tally(1, probesFailed),
                new Tally(requests, requestsFailed),
                10,
                answers(region, 1 - probesFailed, requests - requestsFailed));
    }

    private Answers answers(RegionId region, long probes, long requests) {
        int bucket = Latencies.bucketOf(latencyMs.getOrDefault(region, USUAL_MS));
        long refused = Math.round(requests * refusing.getOrDefault(region, 0.0));
        return new Answers(sketch(bucket, probes), sketch(bucket, requests - refused), refused);
    }

    private static Latencies sketch(int bucket, long count) {
        long[] counts = new long[Latencies.BUCKETS];
        counts[bucket] = count;
        return Latencies.of(counts);
    }
}

package dev.drover.simulation.invariant;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.session.AgentMessage.Report;
import dev.drover.api.session.View;
import dev.drover.simulation.history.Fact;
import java.time.Duration;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** I11: no verdict without two edges that said so. Missing reports say nothing. */
final class Evidence implements Invariant {

    private static final int ENOUGH = 2;
    /** As old as evidence for that verdict can be, with slow links on top. */
    private static final Duration LOST_WITHIN = Duration.ofSeconds(15);

    private static final Duration FAILED_WITHIN = Duration.ofMinutes(2);

    private final SortedMap<RegionId, SortedMap<EdgeId, Long>> lost = new TreeMap<>();
    private final SortedMap<RegionId, SortedMap<EdgeId, Long>> failed = new TreeMap<>();

    @Override
    public String id() {
        return "I11";
    }

    @Override
    public String promise() {
        return "a region is called LOST or DOWN only if two edges have lately reported it lost or failing";
    }

    @Override
    public void saw(Fact fact, long nanos, Consumer<String> broken) {
        if (fact instanceof Fact.Heard heard) {
            remember(heard.agent(), heard.report(), nanos);
        } else if (fact instanceof Fact.Published published) {
            published.publication().causes().forEach(cause -> check(cause, nanos, broken));
        }
    }

    private void remember(AgentId agent, Report report, long nanos) {
        report.regions().forEach((region, seen) -> {
            if (seen.view() == View.LOST) {
                lost.computeIfAbsent(region, unknown -> new TreeMap<>()).put(agent.edge(), nanos);
            }
            if (seen.view() == View.LOST
                    || seen.probes().failed() + seen.requests().failed() > 0) {
                failed.computeIfAbsent(region, unknown -> new TreeMap<>()).put(agent.edge(), nanos);
            }
        });
    }

    private void check(Cause cause, long nanos, Consumer<String> broken) {
        if (cause instanceof Cause.RegionLost verdict) {
            check(verdict.region(), "LOST", lost, nanos - LOST_WITHIN.toNanos(), broken);
        } else if (cause instanceof Cause.RegionDown verdict) {
            check(verdict.region(), "DOWN", failed, nanos - FAILED_WITHIN.toNanos(), broken);
        }
    }

    private static void check(
            RegionId region,
            String verdict,
            SortedMap<RegionId, SortedMap<EdgeId, Long>> evidence,
            long sinceNanos,
            Consumer<String> broken) {
        Set<EdgeId> edges = new TreeSet<>();
        evidence.getOrDefault(region, new TreeMap<>()).forEach((edge, at) -> {
            if (at >= sinceNanos) {
                edges.add(edge);
            }
        });
        if (edges.size() < ENOUGH) {
            broken.accept(region + " is called " + verdict + " though only " + edges + " reported so");
        }
    }
}

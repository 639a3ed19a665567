package dev.drover.edge.report;

import dev.drover.api.session.Answers;
import dev.drover.api.session.Latencies;
import dev.drover.api.session.RegionReport;
import dev.drover.api.session.View;
import dev.drover.api.verdict.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was counted of one region since the last report. */
final class RegionTally {

    /** Far more regular probes than the longest interval holds; later ones do not count for the median. */
    private static final int LATENCIES_MOST = 1_024;

    private final List<Integer> latenciesMillis = new ArrayList<>();
    private long probes;
    private long probesFailed;
    private long requests;
    private long requestsFailed;
    private long requestsRefused;
    private long[] probesByLatency = new long[Latencies.BUCKETS];
    private long[] requestsByLatency = new long[Latencies.BUCKETS];

    void probeEnded(boolean ok, int latencyMillis) {
        probes++;
        probesFailed += ok ? 0 : 1;
        if (ok) {
            probesByLatency[Latencies.bucketOf(latencyMillis)]++;
        }
        if (ok && latenciesMillis.size() < LATENCIES_MOST) {
            latenciesMillis.add(latencyMillis);
        }
    }

    void requestFailed() {
        requests++;
        requestsFailed++;
    }

    void requestAnswered(double latencyMillis, boolean refused) {
        requests++;
        requestsRefused += refused ? 1 : 0;
        if (!refused) {
            requestsByLatency[Latencies.bucketOf(latencyMillis)]++;
        }
    }

    RegionReport take(View view) {
        Collections.sort(latenciesMillis);
        int size = latenciesMillis.size();
        RegionReport report = new RegionReport(
                view,
                new Tally(probes, probesFailed),
                new Tally(requests, requestsFailed),
                size == 0 ? null : latenciesMillis.get((size - 1) / 2),
                new Answers(Latencies.of(probesByLatency), Latencies.of(requestsByLatency), requestsRefused));
        latenciesMillis.clear();
        probes = 0;
        probesFailed = 0;
        requests = 0;
        requestsFailed = 0;
        requestsRefused = 0;
        probesByLatency = new long[Latencies.BUCKETS];
        requestsByLatency = new long[Latencies.BUCKETS];
        return report;
    }
}

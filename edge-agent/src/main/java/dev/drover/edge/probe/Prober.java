package dev.drover.edge.probe;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.settings.ProbeSettings;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Sends one probe to a region. */
public interface Prober {

    /**
     * Sends one probe now.
     *
     * @param region which, for names in faults and metrics
     * @param origins where; the first that takes a connection answers for the region
     * @param settings what is asked for, and what the answer must hold
     * @param timeout from sending to the end of the answer
     * @return never fails; completes within the timeout
     */
    Future<ProbeResult> probe(RegionId region, List<URI> origins, ProbeSettings settings, Duration timeout);
}

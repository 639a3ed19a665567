package dev.drover.lab.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.drover.api.fleet.RegionId;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario came to.
 *
 * @param scenario which
 * @param edges how many there were
 * @param requests of all users over the whole run
 * @param timeline in ms after the fault or the order
 * @param plannedPeakUtilization the highest that was planned for each region that stayed, contingencies acted on
 * @param measuredPeakUtilization the highest that was measured there over some seconds
 * @param revisions how many publications there were from the fault or the order on
 * @param epoch of the last of them
 * @param violations what did not hold; empty if all did
 */
public record ScenarioReport(
        String scenario,
        int edges,
        Requests requests,
        Timeline timeline,
        SortedMap<RegionId, Double> plannedPeakUtilization,
        SortedMap<RegionId, Double> measuredPeakUtilization,
        int revisions,
        long epoch,
        List<String> violations) {

    /**
     * What became of users' requests.
     *
     * @param total that were sent
     * @param failed for users
     * @param retried that took a second try
     * @param shed that got the edge's static answer
     * @param p99Ms of the pages, from when they were due
     */
    public record Requests(long total, long failed, long retried, long shed, double p99Ms) {}

    /**
     * When what happened, in ms after the fault or the order; null where it does not apply.
     *
     * @param firstRetryMs an agent sent a request to its understudy
     * @param firstContingencyMs an agent acted on the contingency
     * @param allContingencyMs every agent whose users were there did, or had the leader's answer
     * @param verdictMs the region left HEALTHY
     * @param publishedMs the leader published the first answer
     * @param firstStepAppliedMs every agent had applied it
     * @param allAppliedMs every agent had applied a policy in which the region owns nothing
     * @param restoredMs every agent had applied a policy in which everyone is home again
     * @param nextLeaderMs the next leader published, after the last one was cut off
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Timeline(
            @Nullable Long firstRetryMs,
            @Nullable Long firstContingencyMs,
            @Nullable Long allContingencyMs,
            @Nullable Long verdictMs,
            @Nullable Long publishedMs,
            @Nullable Long firstStepAppliedMs,
            @Nullable Long allAppliedMs,
            @Nullable Long restoredMs,
            @Nullable Long nextLeaderMs) {}

    /** Whether everything held that is promised. */
    public boolean holds() {
        return violations.isEmpty();
    }
}

package dev.drover.api.receipt;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import java.util.Locale;

/**
 * A limit that the plan runs into: with more room there it would be a better one.
 *
 * <p>One of a kind that the reader does not know reads as {@link Unknown}: publications outlive builds.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = Limit.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Limit.RegionFull.class, name = "region-full"),
    @JsonSubTypes.Type(value = Limit.RegionReduced.class, name = "region-reduced"),
    @JsonSubTypes.Type(value = Limit.EdgeShed.class, name = "edge-shed"),
    @JsonSubTypes.Type(value = Limit.Unknown.class, name = "unknown"),
})
public sealed interface Limit {

    /** The limit in one sentence, for a person on call. */
    String sentence();

    /**
     * A region is as full as the plan allows.
     *
     * @param utilization of its capacity that is planned
     * @param allowed the utilization that it may have: the target, the lowest peak above it that serves everybody, or the
     *     maximum
     */
    record RegionFull(RegionId region, double utilization, double allowed) implements Limit {
        @Override
        public String sentence() {
            return String.format(
                    Locale.ROOT,
                    "%s is as full as it may be: %.1f %% of %.1f %%.",
                    region,
                    utilization * 100,
                    allowed * 100);
        }
    }

    /**
     * A region is planned with less than its capacity.
     *
     * @param capacityPercent what is left, 0 to 99; 0 if it is out of rotation
     */
    record RegionReduced(RegionId region, int capacityPercent) implements Limit {
        @Override
        public String sentence() {
            return capacityPercent == 0
                    ? region + " is out of rotation."
                    : region + " is planned with " + capacityPercent + " % of its capacity.";
        }
    }

    /**
     * Users of an edge are served by nobody.
     *
     * @param shedRps requests/s
     */
    record EdgeShed(EdgeId edge, double shedRps) implements Limit {
        @Override
        public String sentence() {
            return String.format(
                    Locale.ROOT,
                    "%.1f requests/s of %s fit into no region that they may go to, and get its static answer.",
                    shedRps,
                    edge);
        }
    }

    /** A limit without a kind, or of one that this build does not know: another build wrote it. */
    record Unknown() implements Limit {
        @Override
        public String sentence() {
            return "A limit that this build does not know.";
        }
    }
}

package dev.drover.api.steering;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.settings.Check;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An edge as people describe it.
 *
 * @param expectedDemandRps requests/s that count while its agents are silent; 0 to 1e9
 * @param latencyMs to each region that its users may be sent to; a region not named here is not allowed; one at least
 * @param vantage which network or provider it looks from, 1 to 63 characters; where edges name two or more, edges of two
 *     must agree that a region is LOST
 */
public record SteeredEdge(double expectedDemandRps, SortedMap<RegionId, Double> latencyMs, @Nullable String vantage) {

    private static final int MAX_VANTAGE_CHARACTERS = 63;

    /** An edge that looks from a place of its own. */
    public SteeredEdge(double expectedDemandRps, SortedMap<RegionId, Double> latencyMs) {
        this(expectedDemandRps, latencyMs, null);
    }

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the field
     */
    public SteeredEdge {
        latencyMs = Collections.unmodifiableSortedMap(new TreeMap<>(latencyMs));
        Check.within("expectedDemandRps", expectedDemandRps, 0, 1e9);
        if (vantage != null) {
            Check.text("vantage", vantage, MAX_VANTAGE_CHARACTERS);
        }
        if (latencyMs.isEmpty()) {
            throw new IllegalArgumentException("latencyMs: empty (expected: one allowed region at least)");
        }
        for (Map.Entry<RegionId, Double> entry : latencyMs.entrySet()) {
            Check.within("latencyMs/" + entry.getKey(), entry.getValue(), 0, 60_000);
        }
    }
}

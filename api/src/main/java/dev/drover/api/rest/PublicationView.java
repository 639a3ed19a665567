package dev.drover.api.rest;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.receipt.Receipt;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.RoutedRegion;
import dev.drover.api.slot.SlotTable;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A routing policy with its causes, as {@code GET /v1/routing-policies/{revision}} shows it.
 *
 * @param service what is steered
 * @param id which publication
 * @param publishedAt when
 * @param causes why
 * @param explanation the causes in sentences
 * @param regions as the policy has them
 * @param edges the slots of each edge
 * @param receipt what decided it; absent if an older build published it
 */
public record PublicationView(
        ServiceId service,
        PolicyId id,
        Instant publishedAt,
        List<Cause> causes,
        List<String> explanation,
        SortedMap<RegionId, RoutedRegion> regions,
        SortedMap<EdgeId, SlotTable> edges,
        @Nullable Receipt receipt) {

    /** Copies what it holds. */
    public PublicationView {
        regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
        edges = Collections.unmodifiableSortedMap(new TreeMap<>(edges));
        causes = List.copyOf(causes);
        explanation = List.copyOf(explanation);
    }
}

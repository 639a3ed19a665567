package dev.drover.controller.store.zookeeper;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.ClusterId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.json.Json;
import dev.drover.api.json.UnreadableJsonException;
import dev.drover.api.receipt.Receipt;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.RoutedRegion;
import dev.drover.api.routing.RoutingPolicy;
import dev.drover.api.settings.AgentSettings;
import dev.drover.api.slot.SlotTable;
import dev.drover.controller.store.Publication;
import dev.drover.controller.store.StoreException;
import dev.drover.controller.store.StoreException.Kind;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What lies in the nodes, as JSON. */
final class Stored {

    private Stored() {}

    /** {@code meta}. */
    record Meta(ClusterId clusterId, Instant createdAt) {}

    /**
     * {@code epoch}.
     *
     * @param attempt unique, so that an attempt whose answer was lost can be recognised
     */
    record Epoch(long epoch, String controller, Instant takenAt, String attempt) {}

    /** {@code plans/...}. The service is in it so that no two services ever share a plan. */
    record Plan(ServiceId service, SortedMap<EdgeId, SlotTable> edges) {}

    /**
     * {@code routing/...} and {@code publications/...}: a publication without its slots.
     *
     * @param plans the names of the plans that hold the slots, in the order of the edges
     */
    record Pointer(
            String publicationId,
            String controller,
            ServiceId service,
            PolicyId id,
            Instant publishedAt,
            SortedMap<RegionId, RoutedRegion> regions,
            List<RegionId> back,
            boolean rollback,
            AgentSettings settings,
            List<String> plans,
            List<Cause> causes,
            String decisionState,
            @Nullable Receipt receipt) {

        static Pointer of(Publication publication, List<String> plans) {
            RoutingPolicy policy = publication.policy();
            return new Pointer(
                    publication.publicationId(),
                    publication.controller(),
                    policy.service(),
                    policy.id(),
                    policy.publishedAt(),
                    policy.regions(),
                    policy.back(),
                    policy.rollback(),
                    policy.settings(),
                    plans,
                    publication.causes(),
                    publication.decisionState(),
                    publication.receipt());
        }

        Publication with(SortedMap<EdgeId, SlotTable> edges) {
            RoutingPolicy policy =
                    new RoutingPolicy(service, id, publishedAt, edges, regions, back, rollback, settings);
            return new Publication(publicationId, controller, policy, causes, decisionState, receipt);
        }
    }

    /** Reads a node; throws StoreException (CORRUPT) naming it if that cannot be done. */
    static <T> T read(String path, Packed contents, Class<T> type) {
        String text = contents.unpack(path);
        try {
            return Json.readMessage(text, type);
        } catch (UnreadableJsonException e) {
            throw corrupt(path, e);
        }
    }

    static StoreException corrupt(String path, RuntimeException cause) {
        return new StoreException(Kind.CORRUPT, path + ": " + cause.getMessage(), cause);
    }
}

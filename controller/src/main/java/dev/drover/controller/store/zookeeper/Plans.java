package dev.drover.controller.store.zookeeper;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.json.Json;
import dev.drover.api.routing.RoutingPolicy;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.api.slot.SlotTable;
import dev.drover.controller.store.StoreException;
import dev.drover.controller.store.StoreException.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A routing policy's slots, cut into plans: neighbouring edges by name, so that a publication that changes the slots of
 * a few edges writes a few plans.
 */
final class Plans {

    /** How many edges a plan has at most; a plan that would be too large has fewer. */
    static final int EDGES = 64;

    private Plans() {}

    /**
     * Cuts the slots into plans.
     *
     * @return the packed plans by their names, in the order of the edges; fails with StoreException (TOO_LARGE) if a
     *     single edge does not fit
     */
    static Map<String, Packed> cut(RoutingPolicy policy) {
        Map<String, Packed> plans = new LinkedHashMap<>();
        List<EdgeId> edges = new ArrayList<>(policy.edges().keySet());
        for (int first = 0; first < edges.size(); first += EDGES) {
            add(policy, edges.subList(first, Math.min(first + EDGES, edges.size())), plans);
        }
        return plans;
    }

    private static void add(RoutingPolicy policy, List<EdgeId> edges, Map<String, Packed> plans) {
        SortedMap<EdgeId, SlotTable> slots = new TreeMap<>();
        for (EdgeId edge : edges) {
            slots.put(edge, Objects.requireNonNull(policy.edges().get(edge)));
        }
        String text = Json.write(new Stored.Plan(policy.service(), slots));
        try {
            plans.put(SealedPolicy.hash(text), Packed.pack("plan of edge " + edges.get(0), text));
        } catch (StoreException e) {
            if (edges.size() == 1) {
                throw e;
            }
            int middle = edges.size() / 2;
            add(policy, edges.subList(0, middle), plans);
            add(policy, edges.subList(middle, edges.size()), plans);
        }
    }

    /** Reads a plan; throws StoreException (CORRUPT) if it is not what its name says, or not of that service. */
    static SortedMap<EdgeId, SlotTable> read(String path, String sha256, Packed contents, ServiceId service) {
        String text = contents.unpack(path);
        String actual = SealedPolicy.hash(text);
        if (!actual.equals(sha256)) {
            throw new StoreException(Kind.CORRUPT, path + ": hash " + actual + " (expected: " + sha256 + ")");
        }
        Stored.Plan plan = Stored.read(path, contents, Stored.Plan.class);
        if (!plan.service().equals(service)) {
            throw new StoreException(
                    Kind.CORRUPT, path + ": of service " + plan.service() + " (expected: " + service + ")");
        }
        return plan.edges();
    }
}

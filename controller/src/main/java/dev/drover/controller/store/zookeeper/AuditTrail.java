package dev.drover.controller.store.zookeeper;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.json.Json;
import dev.drover.api.order.Evacuation;
import dev.drover.api.order.Orders;
import dev.drover.api.order.Restoration;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.controller.store.Publication;
import dev.drover.controller.store.StoreLimits;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.curator.framework.api.transaction.CuratorOp;

/** One entry for each change, written in the transaction of the change, so that there is none without the other. */
final class AuditTrail {

    /** The largest entry. */
    static final int MAX_ENTRY_BYTES = 16 * 1024;

    static final String ORDERS = "orders";

    /* What does not fit is counted: an audit entry must never be the reason why an order is refused. */
    private static final int MAX_LINES_BYTES = 12 * 1024;
    private static final int DIGEST_CHARACTERS = 12;

    private final ZooKeeperPaths paths;
    private final Tree tree;
    private final Operations operations;

    AuditTrail(ZooKeeperPaths paths, Tree tree, Operations operations) {
        this.paths = paths;
        this.tree = tree;
        this.operations = operations;
    }

    /**
     * An entry.
     *
     * @param number which, in its stream
     */
    record Entry(String stream, long number, String json) {}

    private record Published(
            String kind,
            ServiceId service,
            PolicyId id,
            String publicationId,
            String controller,
            Instant at,
            Lines causes) {}

    private record Ordered(String kind, int version, Instant at, String sha256, Lines orders) {}

    private record Steered(String kind, ServiceId service, int version, Instant at, String sha256) {}

    /** Lines of text, as many as fit. */
    private record Lines(List<String> lines, int omitted) {
        static Lines of(List<String> all) {
            List<String> fitting = new ArrayList<>();
            int bytes = 0;
            for (String line : all) {
                int more = Json.write(line).getBytes(StandardCharsets.UTF_8).length;
                if (bytes + more <= MAX_LINES_BYTES) {
                    bytes += more;
                    fitting.add(line);
                }
            }
            return new Lines(fitting, all.size() - fitting.size());
        }
    }

    static Entry entryOf(Publication publication) {
        PolicyId id = publication.policy().id();
        ServiceId service = publication.policy().service();
        Published published = new Published(
                "publication",
                service,
                id,
                publication.publicationId(),
                publication.controller(),
                publication.policy().publishedAt(),
                Lines.of(publication.causes().stream().map(Cause::sentence).toList()));
        return new Entry(publicationsOf(service), id.revision(), Json.write(published));
    }

    static Entry entryOf(Orders orders, int version, Instant at) {
        Lines lines =
                Lines.of(orders.evacuations().stream().map(AuditTrail::lineOf).toList());
        String sha256 = SealedPolicy.hash(Json.write(orders));
        return new Entry(ORDERS, version, Json.write(new Ordered("orders", version, at, sha256, lines)));
    }

    private static String lineOf(Evacuation order) {
        Restoration end = order.restoration();
        return order.id() + " " + order.service() + " " + order.region() + " " + order.pace() + " by " + order.author()
                + " at " + order.createdAt() + " until " + order.expiresAt() + ": " + order.reason()
                + (end == null ? "" : "; restored by " + end.author() + " at " + end.at());
    }

    static Entry entryOf(ServiceId service, String policy, int version, Instant at) {
        Steered steered = new Steered("steering-policy", service, version, at, SealedPolicy.hash(policy));
        return new Entry(policiesOf(service), version, Json.write(steered));
    }

    static String publicationsOf(ServiceId service) {
        return "publications-" + service;
    }

    static String policiesOf(ServiceId service) {
        return "policies-" + service;
    }

    /** Makes room for an entry. */
    Future<Void> prepare(Entry entry) {
        return tree.ensure(paths.auditSegment(entry.stream(), entry.number()));
    }

    /** Adds an entry, in a transaction. */
    CuratorOp add(Entry entry) {
        Packed contents = Packed.pack("audit entry", entry.json());
        StoreLimits.check("audit entry", contents.size(), MAX_ENTRY_BYTES);
        String digest = SealedPolicy.hash(entry.json()).substring(0, DIGEST_CHARACTERS);
        return operations.create(paths.auditEntry(entry.stream(), entry.number(), digest), contents);
    }
}

package dev.drover.controller.store.zookeeper;

import dev.drover.api.fleet.ServiceId;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where everything lies in ZooKeeper.
 *
 * <pre>
 * /drover/CLUSTER                         the cluster's name, as configured
 *   meta                                  the cluster's id; made once
 *   leader/                               the latch of the election: one ephemeral node for each candidate
 *   epoch                                 the highest epoch, who took it, when; its version is the fence
 *   controllers/ID-BOOT                   ephemeral: each controller that is connected
 *   policies/SERVICE                      the steering policy
 *   orders                                the list of orders
 *   plans/SHA256                          slot runs of up to 64 edges; immutable, named by content
 *   routing/SERVICE                       the pointer: the publication in force, whole but for its plans
 *   publications/SERVICE/REVISION         what the pointer said at that revision
 *   audit/STREAM/SEGMENT/NUMBER-DIGEST    one entry for each change; up to 500 in a segment
 * </pre>
 *
 * <p>A stream of the audit is {@code orders}, {@code publications-SERVICE} or {@code policies-SERVICE}; its numbers are
 * the versions, or the revisions, of what was changed.
 */
public final class ZooKeeperPaths {

    /** How many entries a segment of the audit has: far fewer than make a node's list of children hard to read. */
    static final int SEGMENT_ENTRIES = 500;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private final String root;

    /**
     * The paths of a cluster.
     *
     * @param cluster its name: 1 to 63 of a-z, 0-9 and '-', starting with a letter or digit
     * @throws IllegalArgumentException if it is not such a name
     */
    public ZooKeeperPaths(String cluster) {
        if (!NAME.matcher(cluster).matches()) {
            throw new IllegalArgumentException(
                    "cluster name: '" + (cluster.length() > 80 ? cluster.substring(0, 80) : cluster)
                            + "' (expected: 1 to 63 of a-z, 0-9 and '-', starting with a letter or digit)");
        }
        this.root = "/drover/" + cluster;
    }

    String root() {
        return root;
    }

    String meta() {
        return root + "/meta";
    }

    /** The node under which the candidates of the election stand. */
    public String leader() {
        return root + "/leader";
    }

    String epoch() {
        return root + "/epoch";
    }

    /** The node of one run of a controller; throws IllegalArgumentException if a name does not fit into a path. */
    String controller(String id, String boot) {
        if (!RUN.matcher(id + "-" + boot).matches()) {
            throw new IllegalArgumentException("controller '" + id + "', boot '" + boot
                    + "' (expected: letters, digits, '.', '_' and '-', 128 together)");
        }
        return root + "/controllers/" + id + "-" + boot;
    }

    String policies() {
        return root + "/policies";
    }

    String policy(ServiceId service) {
        return policies() + "/" + service;
    }

    String orders() {
        return root + "/orders";
    }

    String plans() {
        return root + "/plans";
    }

    String plan(String sha256) {
        return plans() + "/" + sha256;
    }

    String routing() {
        return root + "/routing";
    }

    String pointer(ServiceId service) {
        return routing() + "/" + service;
    }

    String publications() {
        return root + "/publications";
    }

    String publications(ServiceId service) {
        return publications() + "/" + service;
    }

    String publication(ServiceId service, long revision) {
        return publications(service) + "/" + padded(revision);
    }

    String auditStream(String stream) {
        return root + "/audit/" + stream;
    }

    String auditSegment(String stream, long number) {
        return auditStream(stream) + "/" + padded(number / SEGMENT_ENTRIES);
    }

    String auditEntry(String stream, long number, String digest) {
        return auditSegment(stream, number) + "/" + padded(number) + "-" + digest;
    }

    /** Padded, so that the order of the names is the order of the numbers. */
    private static String padded(long number) {
        return String.format(Locale.ROOT, "%019d", number);
    }
}

package dev.drover.edge.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/**
 * Which headers go on, and which are ours to say.
 *
 * <p>What a client claims about itself is dropped and said anew: who it is, by which host and scheme it came. The Host
 * of the region's request is the origin's and is set by the connection.
 */
final class ForwardedHeaders {

    /** Which region answered, or was asked last. */
    static final CharSequence REGION = HttpHeaders.createOptimized("x-drover-region");
    /** The user's slot. */
    static final CharSequence SLOT = HttpHeaders.createOptimized("x-drover-slot");
    /** 1 if the understudy was asked. */
    static final CharSequence RETRIED = HttpHeaders.createOptimized("x-drover-retried");
    /** 1 if the edge itself answered because the slot is shed. */
    static final CharSequence SHED = HttpHeaders.createOptimized("x-drover-shed");

    private static final CharSequence VIA = HttpHeaders.createOptimized("via");
    private static final CharSequence BY_US = HttpHeaders.createOptimized("1.1 drover");
    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("x-forwarded-for");
    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("x-forwarded-proto");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("x-forwarded-host");
    private static final CharSequence FORWARDED = HttpHeaders.createOptimized("forwarded");
    private static final CharSequence REAL_IP = HttpHeaders.createOptimized("x-real-ip");
    private static final CharSequence HTTP = HttpHeaders.createOptimized("http");

    private ForwardedHeaders() {}

    /**
     * Writes the headers of the region's request, all but Host and the framing of the body.
     *
     * @param userHeader the header that names users; it goes on though it looks like a claim
     */
    static void toRegion(HttpServerRequest request, Target target, String userHeader, MultiMap out) {
        HopByHop hops = HopByHop.of(request.headers());
        for (Map.Entry<String, String> header : request.headers()) {
            String name = header.getKey();
            if (!hops.covers(name) && (!isOurs(name) || name.equalsIgnoreCase(userHeader))) {
                out.add(name, header.getValue());
            }
        }
        String client = request.remoteAddress().hostAddress();
        out.set(FORWARDED_FOR, client).set(REAL_IP, client).set(FORWARDED_PROTO, HTTP);
        if (target.host() != null && !target.host().isEmpty()) {
            out.set(FORWARDED_HOST, target.host());
        }
        out.set(FORWARDED, forwarded(client, target)).add(VIA, BY_US);
    }

    /** Writes the headers of the user's answer, all but those that name the way it came. */
    static void toUser(MultiMap answer, MultiMap out) {
        HopByHop hops = HopByHop.of(answer);
        for (Map.Entry<String, String> header : answer) {
            String name = header.getKey();
            if (!hops.covers(name) && !isWay(name)) {
                out.add(name, header.getValue());
            }
        }
        out.add(VIA, BY_US);
    }

    private static boolean isOurs(String name) {
        return switch (name.charAt(0)) {
            case 'h', 'H' -> name.equalsIgnoreCase("host");
            case 'c', 'C' -> name.equalsIgnoreCase("content-length");
            case 'e', 'E' -> name.equalsIgnoreCase("expect");
            case 'f', 'F' -> name.equalsIgnoreCase("forwarded");
            case 'x', 'X' -> isClaim(name);
            default -> false;
        };
    }

    private static boolean isClaim(String name) {
        return begins(name, "x-forwarded")
                || begins(name, "x-real-ip")
                || begins(name, "x-user-")
                || begins(name, "x-drover-");
    }

    private static boolean isWay(String name) {
        return begins(name, "x-drover-")
                && (name.equalsIgnoreCase("x-drover-region")
                        || name.equalsIgnoreCase("x-drover-slot")
                        || name.equalsIgnoreCase("x-drover-retried")
                        || name.equalsIgnoreCase("x-drover-shed"));
    }

    private static boolean begins(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private static String forwarded(String client, Target target) {
        String address = client.indexOf(':') < 0 ? client : "\"[" + client + "]\"";
        String host = target.host() == null || target.host().isEmpty() ? "" : ";host=\"" + target.host() + '"';
        return "for=" + address + host + ";proto=http";
    }
}

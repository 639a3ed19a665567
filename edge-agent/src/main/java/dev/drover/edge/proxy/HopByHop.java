package dev.drover.edge.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which headers are of one connection only and go no further (RFC 9110, 7.6.1). */
final class HopByHop {

    private static final Set<String> NONE = Set.of();

    private final Set<String> named;

    private HopByHop(Set<String> named) {
        this.named = named;
    }

    /** The rule for a message with these headers: the known ones, and those that its Connection header names. */
    static HopByHop of(MultiMap headers) {
        if (headers.get(HttpHeaders.CONNECTION) == null) {
            return new HopByHop(NONE);
        }
        return new HopByHop(namesIn(headers.getAll(HttpHeaders.CONNECTION)));
    }

    /** Whether the header goes no further. */
    boolean covers(String name) {
        return isKnown(name) || (!named.isEmpty() && named.contains(name.toLowerCase(Locale.ROOT)));
    }

    private static Set<String> namesIn(List<String> values) {
        Set<String> names = new HashSet<>();
        for (String value : values) {
            for (String name : value.split(",", -1)) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private static boolean isKnown(String name) {
        return switch (name.length()) {
            case 2 -> name.equalsIgnoreCase("te");
            case 7 -> name.equalsIgnoreCase("trailer") || name.equalsIgnoreCase("upgrade");
            case 10 -> name.equalsIgnoreCase("connection") || name.equalsIgnoreCase("keep-alive");
            case 14 -> name.equalsIgnoreCase("http2-settings");
            case 17 -> name.equalsIgnoreCase("transfer-encoding");
            default -> name.regionMatches(true, 0, "proxy-", 0, 6);
        };
    }
}

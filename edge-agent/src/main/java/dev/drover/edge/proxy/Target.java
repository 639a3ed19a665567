package dev.drover.edge.proxy;

import org.jspecify.annotations.Nullable;

/**
 * What a request asks for.
 *
 * @param path what a region is asked for: a path with its query, or {@code *}
 * @param host the host that the user named; null if none
 */
record Target(String path, @Nullable String host) {

    private static final String SCHEME = "http://";

    /** Takes a URL apart: its host counts, not the Host header (RFC 9112, 3.2.2). */
    static Target of(String uri, @Nullable String hostHeader) {
        if (!isAbsolute(uri)) {
            return new Target(uri, hostHeader);
        }
        int end = endOfHost(uri);
        String rest = uri.substring(end);
        return new Target(rest.startsWith("/") ? rest : "/" + rest, uri.substring(SCHEME.length(), end));
    }

    /** Whether it is a URL with a host. */
    static boolean isAbsolute(String uri) {
        return uri.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && endOfHost(uri) > SCHEME.length()
                && uri.indexOf('@', SCHEME.length()) < 0;
    }

    private static int endOfHost(String uri) {
        int end = SCHEME.length();
        while (end < uri.length() && uri.charAt(end) != '/' && uri.charAt(end) != '?') {
            end++;
        }
        return end;
    }
}

package dev.drover.cli.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Where controllers are, as people write it: {@code http://host:port}, several separated by commas. */
public final class ControllerUrls {

    /** Where the first controller of {@code drover demo} listens. */
    public static final String DEFAULT = "http://127.0.0.1:7000";
    /** More than a cluster ever has; trying them takes long enough. */
    public static final int MAX = 16;

    private static final int SHOWN_CHARACTERS = 80;

    private ControllerUrls() {}

    /**
     * Reads a list.
     *
     * @return 1 to {@link #MAX} URLs without a path
     * @throws IllegalArgumentException naming the one that is wrong
     */
    public static List<URI> parse(String list) {
        List<URI> urls = new ArrayList<>();
        for (String each : list.split(",", -1)) {
            urls.add(parseOne(each.strip()));
        }
        if (urls.size() > MAX) {
            throw new IllegalArgumentException("controllers: " + urls.size() + " (expected: at most " + MAX + ")");
        }
        return urls;
    }

    private static URI parseOne(String text) {
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text);
            boolean plain = ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null
                    && uri.getPort() <= 65_535;
            if (plain) {
                return new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), null, null, null);
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(fault(text), e);
        }
        throw new IllegalArgumentException(fault(text));
    }

    private static String fault(String text) {
        String shown = text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "...";
        return "controller: '" + shown + "' (expected: http://host:port without a path, several separated by commas)";
    }
}

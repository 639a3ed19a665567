package dev.drover.controller.zookeeper;

import dev.drover.api.settings.Check;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How a controller reaches ZooKeeper.
 *
 * @param servers the ensemble, such as {@code 10.0.0.1:2181,10.0.0.2:2181}
 * @param sessionTimeout after which ZooKeeper forgets a silent controller, 1 s to 60 s: an election takes about as long
 * @param connectionTimeout for one attempt to connect, 100 ms to 30 s
 */
public record ZooKeeperSettings(String servers, Duration sessionTimeout, Duration connectionTimeout) {

    /** The default: long enough for a pause of the garbage collector, short enough for an election. */
    public static final Duration SESSION_TIMEOUT = Duration.ofSeconds(6);
    /** The default. */
    public static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);

    private static final Pattern SERVERS = Pattern.compile("[^\\s,/:]+:\\d{1,5}(,[^\\s,/:]+:\\d{1,5}){0,8}");

    /**
     * Checks the form and the ranges.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    public ZooKeeperSettings {
        if (!SERVERS.matcher(servers).matches()) {
            throw new IllegalArgumentException("zookeeper servers: '" + servers
                    + "' (expected: host:port, or up to nine of them with commas between, and no path)");
        }
        Check.within("zookeeper sessionTimeout", sessionTimeout, Duration.ofSeconds(1), Duration.ofMinutes(1));
        Check.within("zookeeper connectionTimeout", connectionTimeout, Duration.ofMillis(100), Duration.ofSeconds(30));
    }

    /** Those servers with the default timeouts. */
    public static ZooKeeperSettings of(String servers) {
        return new ZooKeeperSettings(servers, SESSION_TIMEOUT, CONNECTION_TIMEOUT);
    }
}

package dev.drover.lab.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where everything of the demo listens, on 127.0.0.1: all relative to one base port.
 *
 * @param base 1,024 to 65,000; the demo takes ports up to {@link #SPAN} above it
 */
public record DemoPorts(int base) {

    /** How many ports from the base on are the demo's. */
    public static final int SPAN = 300;

    private static final int ZOOKEEPER = 30;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if it is out of it
     */
    public DemoPorts {
        if (base < 1_024 || base > 65_000) {
            throw new IllegalArgumentException("base port: " + base + " (expected: 1024 to 65000)");
        }
    }

    /** What agents and people connect to. */
    int controller(int index) {
        return base + index;
    }

    /** What the controller listens on, behind a link that can be cut. */
    int controllerBehind(int index) {
        return base + 10 + index;
    }

    int zooKeeper() {
        return base + ZOOKEEPER;
    }

    /** What a controller takes for ZooKeeper: a link that can be cut. */
    int zooKeeperLink(int index) {
        return base + ZOOKEEPER + 1 + index;
    }

    int region(int index) {
        return base + 100 + index;
    }

    int regionControl(int index) {
        return base + 110 + index;
    }

    int edge(int index) {
        return base + 200 + index;
    }

    int edgeAdmin(int index) {
        return base + 210 + index;
    }

    /** The first port that somebody else has, with what it is for; empty if all are free. */
    Optional<String> taken(DemoShape shape) {
        for (Map.Entry<Integer, String> port : all(shape).entrySet()) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.getKey()));
            } catch (IOException e) {
                return Optional.of("port " + port.getKey() + " (" + port.getValue() + ") is taken");
            }
        }
        return Optional.empty();
    }

    private Map<Integer, String> all(DemoShape shape) {
        Map<Integer, String> all = new TreeMap<>();
        all.put(zooKeeper(), "zookeeper");
        for (int i = 0; i < DemoShape.CONTROLLERS; i++) {
            all.put(controller(i), "controller " + DemoShape.controller(i));
            all.put(controllerBehind(i), "controller " + DemoShape.controller(i) + ", inside");
            all.put(zooKeeperLink(i), "zookeeper for " + DemoShape.controller(i));
        }
        for (int i = 0; i < shape.regions().size(); i++) {
            all.put(region(i), "region " + shape.regions().get(i));
            all.put(regionControl(i), "faults of region " + shape.regions().get(i));
        }
        for (int i = 0; i < shape.edges().size(); i++) {
            all.put(edge(i), "edge " + shape.edges().get(i));
            all.put(edgeAdmin(i), "agent " + shape.edges().get(i) + "/1");
        }
        return Collections.unmodifiableMap(all);
    }
}

package dev.drover.controller;

import dev.drover.api.fleet.ServiceId;
import dev.drover.api.settings.Check;
import dev.drover.controller.loop.LoopSettings.Bootstrap;

/**
 * How a controller is started.
 *
 * @param id what it is called, unique in its cluster; 1 to 63 printable characters
 * @param service what it steers
 * @param host the address that its listener binds
 * @param port of its listener, 0 for any that is free
 * @param zookeeper {@code host:port,...} of the ensemble
 * @param clusterName under which name the cluster lies in the store
 * @param firstPolicy as {@code SteeringPolicies.write} wrote it, for a store that has none; empty for none
 * @param bootstrap when an empty store may get its first publication
 * @param build which build it is
 */
public record ControllerConfig(
        String id,
        ServiceId service,
        String host,
        int port,
        String zookeeper,
        String clusterName,
        String firstPolicy,
        Bootstrap bootstrap,
        String build) {

    /**
     * Checks the name and the port.
     *
     * @throws IllegalArgumentException naming the one that is wrong
     */
    public ControllerConfig {
        Check.text("id", id, 63);
        Check.within("port", port, 0, 65_535);
    }
}

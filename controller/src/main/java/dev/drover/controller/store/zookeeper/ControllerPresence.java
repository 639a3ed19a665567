package dev.drover.controller.store.zookeeper;

import dev.drover.controller.zookeeper.ZooKeeperClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.curator.framework.recipes.nodes.PersistentNode;
import org.apache.zookeeper.CreateMode;

/**
 * Shows that a controller is there, for people and for the other controllers: an ephemeral node of its own, made again
 * whenever it is gone.
 */
public final class ControllerPresence implements AutoCloseable {

    private final PersistentNode node;

    private ControllerPresence(PersistentNode node) {
        this.node = node;
    }

    /**
     * Shows a controller, from now on and whenever there is a connection. Returns at once.
     *
     * @param id the controller's name
     * @param boot of this run of it, unique, so that what an earlier run left behind is not in the way
     * @param address where its API is reached
     */
    public static ControllerPresence show(
            ZooKeeperClient client, ZooKeeperPaths paths, String id, String boot, String address) {
        PersistentNode node = new PersistentNode(
                client.curator(),
                CreateMode.EPHEMERAL,
                false,
                paths.controller(id, boot),
                address.getBytes(StandardCharsets.UTF_8));
        node.start();
        return new ControllerPresence(node);
    }

    /** Takes the node away. Blocks for as long as that takes, so not for an event loop. */
    @Override
    public void close() {
        try {
            node.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the node of this controller stays until its session ends", e);
        }
    }
}

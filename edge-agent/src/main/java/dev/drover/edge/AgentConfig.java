package dev.drover.edge;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.settings.Check;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent is told when it starts; everything else comes with the policies.
 *
 * @param agent who it is
 * @param service what it steers
 * @param controllers every replica, {@code http://host:port}; 1 to {@link #CONTROLLERS_MOST}
 * @param stateDirectory a directory of this agent's own, for what it keeps across restarts
 * @param bootstrapPolicy a sealed policy to start from when nothing was kept; null for none
 * @param build which build this is, for people
 * @param seed of the waits and the jitter; different for each agent
 */
public record AgentConfig(
        AgentId agent,
        ServiceId service,
        List<URI> controllers,
        Path stateDirectory,
        @Nullable Path bootstrapPolicy,
        String build,
        long seed) {

    /** Far more than a cluster has. */
    public static final int CONTROLLERS_MOST = 16;

    /**
     * Checks the addresses.
     *
     * @throws IllegalArgumentException naming the one that is not {@code http://host:port}, or how many there are
     */
    public AgentConfig {
        controllers = List.copyOf(controllers);
        Check.text("build", build, 128);
        if (controllers.isEmpty() || controllers.size() > CONTROLLERS_MOST) {
            throw new IllegalArgumentException("controllers: " + controllers.size() + " (expected: 1 to "
                    + CONTROLLERS_MOST + ", each http://host:port)");
        }
        for (URI controller : controllers) {
            if (!"http".equals(controller.getScheme()) || controller.getHost() == null) {
                throw new IllegalArgumentException("controller: '" + controller + "' (expected: http://host:port)");
            }
        }
    }
}

package dev.drover.edge.node;

import dev.drover.api.settings.Check;
import dev.drover.edge.AgentConfig;

/**
 * How an agent is deployed.
 *
 * @param agent what the agent is told
 * @param proxyHost the address on which users arrive
 * @param proxyPort likewise; 0 for any free one
 * @param adminPort of the pages for people and monitoring, on loopback; 0 for any free one
 */
public record NodeConfig(AgentConfig agent, String proxyHost, int proxyPort, int adminPort) {

    /**
     * Checks the ports.
     *
     * @throws IllegalArgumentException naming the one that is out of its range
     */
    public NodeConfig {
        Check.within("proxyPort", proxyPort, 0, 65_535);
        Check.within("adminPort", adminPort, 0, 65_535);
    }
}

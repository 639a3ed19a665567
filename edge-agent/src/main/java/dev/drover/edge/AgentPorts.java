package dev.drover.edge;

import dev.drover.edge.lastknown.FileLastKnownGood;
import dev.drover.edge.lastknown.LastKnownGood;
import dev.drover.edge.probe.Prober;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;

/**
 * The world around an agent.
 *
 * @param prober sends its probes
 * @param lastKnownGood keeps what it must not forget
 * @param clock tells the time
 * @param registry takes its meters
 * @param events hears what happens
 */
public record AgentPorts(
        Prober prober, LastKnownGood lastKnownGood, AgentClock clock, MeterRegistry registry, AgentEvents events) {

    /** The machine's clock and the directory that the configuration names. */
    public static AgentPorts real(
            Vertx vertx, AgentConfig config, Prober prober, MeterRegistry registry, AgentEvents events) {
        LastKnownGood lastKnownGood = new FileLastKnownGood(vertx, config.stateDirectory(), config.bootstrapPolicy());
        return new AgentPorts(prober, lastKnownGood, AgentClock.SYSTEM, registry, events);
    }
}

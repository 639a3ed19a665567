package dev.drover.controller.loop;

import dev.drover.controller.metrics.ControllerMeters;
import dev.drover.controller.session.AgentSessions;
import dev.drover.controller.store.SteeringStore;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * How the loop reaches the world.
 *
 * @param store what is remembered
 * @param sessions of the agents
 * @param clock never goes back while the process lives
 * @param scheduler of the controller's context
 * @param ids makes a new UUID at each call
 * @param meters of the controller
 */
public record LoopPorts(
        SteeringStore store,
        AgentSessions sessions,
        InstantSource clock,
        Scheduler scheduler,
        Supplier<String> ids,
        ControllerMeters meters) {}

package dev.drover.simulation.rehearsal;

import dev.drover.api.steering.SteeringPolicies;
import dev.drover.api.steering.SteeringPolicy;

/** A policy of two regions and three edges, for scenarios in tests. */
public final class SmallFleet {

    /** Either region can serve everybody. */
    public static final SteeringPolicy POLICY = SteeringPolicies.read(
            "small.yaml",
            """
            service: homepage
            regions:
              east: {capacityRps: 100, origins: ["http://10.0.0.1:8080"]}
              west: {capacityRps: 100, origins: ["http://10.0.0.2:8080"]}
            edges:
              a: {expectedDemandRps: 20, latencyMs: {east: 10, west: 50}}
              b: {expectedDemandRps: 20, latencyMs: {east: 20, west: 30}}
              c: {expectedDemandRps: 20, latencyMs: {east: 60, west: 10}}
            """);

    private SmallFleet() {}
}

package dev.drover.lab.demo;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.steering.SteeredRegion;
import dev.drover.api.steering.SteeringPolicies;
import dev.drover.api.steering.SteeringPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the demo's world is made of.
 *
 * @param policy that its controllers steer by
 */
public record DemoShape(SteeringPolicy policy) {

    /** How many controllers there are. */
    public static final int CONTROLLERS = 3;
    /** What arrives at each edge, requests/s. */
    public static final double EDGE_RPS = 100;

    private static final String POLICY = "demo.yaml";

    /** The world on those ports. */
    public static DemoShape on(DemoPorts ports) {
        String text = text();
        List<RegionId> regions = List.of(RegionId.of("eu-west-1"), RegionId.of("us-east-1"), RegionId.of("us-west-2"));
        for (int i = 0; i < regions.size(); i++) {
            text = text.replace("${" + regions.get(i) + "}", String.valueOf(ports.region(i)));
        }
        return new DemoShape(SteeringPolicies.read(POLICY, text));
    }

    /** What a controller is called. */
    public static String controller(int index) {
        return "controller-" + (index + 1);
    }

    /** By name. */
    public List<RegionId> regions() {
        return List.copyOf(policy.regions().keySet());
    }

    /** What a region is sized for, requests/s; throws IllegalArgumentException if there is no such region. */
    double capacityRps(RegionId region) {
        SteeredRegion steered = policy.regions().get(region);
        if (steered == null) {
            throw new IllegalArgumentException("region " + region + " (expected: one of " + regions() + ")");
        }
        return steered.capacityRps();
    }

    /** By name. */
    public List<EdgeId> edges() {
        return List.copyOf(policy.edges().keySet());
    }

    private static String text() {
        try (InputStream resource = DemoShape.class.getResourceAsStream(POLICY)) {
            if (resource == null) {
                throw new IllegalStateException(POLICY + " is missing from the jar");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.drover.simulation.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.steering.SteeringPolicies;
import dev.drover.simulation.engine.VirtualTime;
import dev.drover.simulation.fleet.FleetSettings;
import dev.drover.simulation.fleet.SimulatedFleet;
import dev.drover.simulation.history.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvariantsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "simulation.md");

    @Test
    void everyPromiseIsInTheDocumentInItsOwnWords() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.matches("\\| I\\d+ \\|.*"))
                .toList();

        assertThat(rows).containsExactlyElementsOf(expected());
    }

    private static final String POLICY =
            """
            service: homepage
            regions: {r1: {capacityRps: 10, origins: ["http://10.0.0.1:80"]}}
            edges: {e1: {expectedDemandRps: 5, latencyMs: {r1: 10}}}
            """;

    private static List<String> expected() {
        List<String> rows = new ArrayList<>();
        rows.add("| I0 | the product throws nothing |");
        new Invariants(fleet(), Duration.ZERO)
                .all()
                .forEach(invariant -> rows.add("| " + invariant.id() + " | " + invariant.promise() + " |"));
        return rows;
    }

    private static SimulatedFleet fleet() {
        VirtualTime time = new VirtualTime();
        return new SimulatedFleet(FleetSettings.of(SteeringPolicies.read("test", POLICY)), 1, time, new History(time));
    }
}

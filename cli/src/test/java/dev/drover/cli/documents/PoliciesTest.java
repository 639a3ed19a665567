package dev.drover.cli.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drover.api.json.Json;
import dev.drover.api.steering.SteeringPolicies;
import dev.drover.api.steering.SteeringPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PoliciesTest {

    private static final Path TOP = Path.of("..");

    static List<Path> policies() throws IOException {
        try (Stream<Path> files = Files.list(TOP.resolve("policies"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void everyPolicyOfThisRepositoryCanBeRead(Path file) throws IOException {
        SteeringPolicy policy = SteeringPolicies.read(file.toString(), Files.readString(file));

        assertThat(policy.regions()).isNotEmpty();
    }

    @Test
    void everyParameterOfASteeringPolicyIsExplained() throws IOException {
        SteeringPolicy policy =
                SteeringPolicies.read("homepage.yaml", Files.readString(TOP.resolve("policies/homepage.yaml")));
        List<String> parameters = new ArrayList<>();
        for (String section : List.of("utilization", "agents", "judge", "ramp", "guards")) {
            names(Json.toTree(policy).path(section), parameters);
        }

        String page = Files.readString(TOP.resolve("docs/steering-policy.md"));

        assertThat(parameters).hasSizeGreaterThan(40).allSatisfy(name -> assertThat(page)
                .contains(name));
    }

    private static void names(JsonNode node, List<String> names) {
        node.properties().forEach(field -> {
            names.add(field.getKey());
            names(field.getValue(), names);
        });
    }
}

package dev.drover.cli;

import static dev.drover.cli.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drover.api.json.Json;
import dev.drover.cli.terminal.Presence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolveTest {

    private static final String FILE = Markdown.blocks("docs/solve.md", "json").get(0);
    private static final String ANSWER =
            Markdown.blocks("docs/solve.md", "json").get(1);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theDocumentedFileHasTheDocumentedAnswer() {
        Console.Result result = solve(FILE, "--contingencies", "--output", "json");

        assertThat(Json.readTree(result.out())).isEqualTo(Json.readTree(ANSWER));
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void contingenciesAreLeftOutUnlessTheyAreAskedFor() {
        JsonNode answer = Json.readTree(solve(FILE, "--output", "json").out());

        assertThat(answer.has("ifLost")).isFalse();
        assertThat(answer.path("edges")).isEqualTo(Json.readTree(ANSWER).path("edges"));
    }

    @Test
    void peopleGetTables() {
        assertGolden("solve", solve(FILE).out());
        assertGolden("solve-contingencies", solve(FILE, "--contingencies").out());
    }

    @Test
    void severalFilesGiveAListInTheirOrder() throws IOException {
        Path whole = written("whole.json", FILE);
        Path half = written("half.json", FILE.replace("500.0,", "250.0,"));

        Console.Result result =
                Console.run("solve", whole.toString(), half.toString(), whole.toString(), "--output", "json");

        JsonNode answers = Json.readTree(result.out());
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).isEqualTo(answers.get(2)).isNotEqualTo(answers.get(1));
        SolverFigures.assertConsistent(Files.readString(half), answers.get(1).toString());
    }

    @Test
    void severalFilesAreNamedBeforeTheirTables() throws IOException {
        Path file = written("fleet.json", FILE);

        Console.Result result = Console.run("solve", file.toString(), file.toString());

        assertThat(result.out().lines().filter(file.toString()::equals)).hasSize(2);
    }

    @Test
    void oneBadFileOfSeveralIsNamedAndNothingIsAnswered() throws IOException {
        Path good = written("good.json", FILE);
        Path bad = written("bad.json", FILE.replace("500.0,", "-1,"));

        Console.Result result = Console.run("solve", good.toString(), bad.toString(), "--output", "json");

        assertThat(result.err().replaceAll("\\s+", "")).contains("bad.json:/edges/fra/demandRps:-1(expected:");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void demandsOfTenOrdersOfMagnitudeShareWhatTheyCompeteForFairly() {
        String file =
                """
                {"utilization": {"target": 0.5, "max": 1}, "moveCostMs": 0,
                 "regions": {"big": {"capacityRps": 5000000.0005}, "closed": {"capacityRps": 0},
                             "small": {"capacityRps": 0.001}},
                 "edges": {"giant": {"demandRps": 1e7, "latencyMs": {"big": 1, "closed": 0}},
                           "dwarf": {"demandRps": 1e-3, "latencyMs": {"big": 1, "closed": 0}},
                           "apart": {"demandRps": 0.002, "latencyMs": {"small": 300}},
                           "silent": {"demandRps": 0, "latencyMs": {"big": 7, "small": 8}},
                           "nowhere": {"demandRps": 5, "latencyMs": {}}}}""";

        String answer = solve(file, "--contingencies", "--output", "json").out();

        SolverFigures.assertConsistent(file, answer);
        JsonNode edges = Json.readTree(answer).path("edges");
        assertThat(edges.path("giant").path("shed").intValue()).isCloseTo(5_000, within(1));
        assertThat(edges.path("dwarf").path("shed").intValue()).isCloseTo(5_000, within(1));
        assertThat(edges.path("apart").path("weights").path("small").intValue()).isCloseTo(5_000, within(1));
        assertThat(edges.path("silent").path("weights").path("big").intValue()).isEqualTo(10_000);
        assertThat(edges.path("nowhere").path("shed").intValue()).isEqualTo(10_000);
    }

    @Test
    void oneRegionAlonePassesItsLossOnToNobody() {
        String file =
                """
                {"utilization": {"target": 0.8, "max": 0.9}, "moveCostMs": 0, "regions": {"only": {"capacityRps": 100}},
                 "edges": {"here": {"demandRps": 180, "latencyMs": {"only": 3}}}}""";

        JsonNode answer =
                Json.readTree(solve(file, "--contingencies", "--output", "json").out());

        assertThat(answer.path("edges")
                        .path("here")
                        .path("weights")
                        .path("only")
                        .intValue())
                .isEqualTo(5_000);
        assertThat(answer.path("shedRps").doubleValue()).isEqualTo(90);
        assertThat(answer.path("ifLost").path("only").path("shed").path("here").intValue())
                .isEqualTo(5_000);
    }

    @Test
    void nobodyToServeIsSolvedToo() {
        String file = FILE.replaceAll("\"(demand|capacity)Rps\": [0-9.]+", "\"$1Rps\": 0");

        Console.Result result = solve(file, "--contingencies", "--output", "json");

        SolverFigures.assertConsistent(file, result.out());
        assertThat(Json.readTree(result.out()).path("meanLatencyMs").doubleValue())
                .isZero();
    }

    @Test
    void asManyRegionsAsThereMayBeAreSolved() {
        Random random = new Random(1);
        String regions = IntStream.range(0, 256)
                .mapToObj(region -> "\"r" + region + "\": {\"capacityRps\": " + random.nextInt(100) + "}")
                .collect(Collectors.joining(","));
        String edges = IntStream.range(0, 60)
                .mapToObj(
                        edge -> "\"e" + edge + "\": {\"demandRps\": " + random.nextDouble() * 200 + ", \"latencyMs\": {"
                                + IntStream.range(0, 256)
                                        .mapToObj(region -> "\"r" + region + "\": " + random.nextInt(200))
                                        .collect(Collectors.joining(","))
                                + "}}")
                .collect(Collectors.joining(","));
        String file = "{\"utilization\": {\"target\": 0.5, \"max\": 0.95}, \"moveCostMs\": 1, \"regions\": {" + regions
                + "}, \"edges\": {" + edges + "}}";

        Console.Result result = solve(file, "--contingencies", "--output", "json");

        SolverFigures.assertConsistent(file, result.out());
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static Console.Result solve(String file, String... options) {
        String[] arguments =
                Stream.concat(Stream.of("solve", "-"), Stream.of(options)).toArray(String[]::new);
        return Console.run(Map.of(), Presence.PROGRAM, file, arguments);
    }
}

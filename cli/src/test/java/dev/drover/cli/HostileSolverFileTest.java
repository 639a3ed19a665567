package dev.drover.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.cli.terminal.Presence;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileSolverFileTest {

    private static final String FILE =
            """
            {"utilization": {"target": 0.8, "max": 0.95}, "moveCostMs": 5.0,
             "regions": {"east": {"capacityRps": 1000.0}, "west": {"capacityRps": 500.0}},
             "edges": {"iad": {"demandRps": 400.0, "latencyMs": {"east": 4.0, "west": 82.0}},
                       "sfo": {"demandRps": 300.0, "latencyMs": {"east": 70.0, "west": 9.0}}},
             "previous": {"iad": {"east": 9000, "shed": 1000}}}
            """;

    /** What a broken generator, a tired person or an attacker writes into the place of anything. */
    private static final List<String> PIECES = List.of(
            "NaN",
            "-1",
            "1e400",
            "1e308",
            "-0.0",
            "4.9e-324",
            "null",
            "true",
            "\"x\"",
            "{}",
            "[]",
            "\"",
            "{",
            "}",
            ",",
            ":",
            "\\u0000",
            "\u0000",
            "\ud83d",
            "99999999999999999999",
            "10000",
            "0");

    static Stream<Arguments> wrongFiles() {
        return Stream.of(
                Arguments.of("400.0", "NaN", "/edges/iad/demandRps: line 3 column 36: Non-standard token 'NaN'"),
                Arguments.of("400.0", "Infinity", "/edges/iad/demandRps: line 3 column 41: Non-standard token"),
                Arguments.of("400.0", "1e400", "/edges/iad/demandRps: 1e400 (expected: a number)"),
                Arguments.of("400.0", "1e13", "/edges/iad/demandRps: 10000000000000 (expected: 0 to 1000000000000)"),
                Arguments.of("400.0", "-1", "/edges/iad/demandRps: -1 (expected: 0 to 1000000000000)"),
                Arguments.of("400.0", "\"Infinity\"", "/edges/iad/demandRps: 'Infinity' (expected: a number)"),
                Arguments.of("400.0", "null", "/edges/iad/demandRps: null (expected: a number)"),
                Arguments.of("400.0", "true", "/edges/iad/demandRps: true (expected: a number)"),
                Arguments.of("\"demandRps\": 400.0, ", "", "/edges/iad/demandRps: missing (expected: a number)"),
                Arguments.of("\"demandRps\": 4", "\"demand\": 4", "/edges/iad/demand: unknown field (expected: one of"),
                Arguments.of("1000.0", "-5", "/regions/east/capacityRps: -5 (expected: 0 to 1000000000000)"),
                Arguments.of("82.0", "-0.5", "/edges/iad/latencyMs/west: -0.5 (expected: 0 to 1000000)"),
                Arguments.of(
                        "\"west\": 82.0",
                        "\"mars\": 82.0",
                        "/edges/iad/latencyMs/mars: unknown region (expected: one of [east, west])"),
                Arguments.of("\"west\": 82.0", "\"east\": 5", "/edges/iad/latencyMs/east: line 3 column 73: Duplicate"),
                Arguments.of("\"sfo\"", "\"iad\"", "/edges/iad: line 4 column 17: Duplicate field 'iad'"),
                Arguments.of("\"sfo\"", "\"SFO\"", "edge name: 'SFO' (expected: 1 to 63 of a-z, 0-9 and '-'"),
                Arguments.of("\"west\": {", "\"shed\": {", "region name: 'shed' (expected: 1 to 63 of"),
                Arguments.of("5.0,", "-5.0,", "/moveCostMs: -5 (expected: 0 to 1000000)"),
                Arguments.of("0.8", "0", "/utilization/target: 0 (expected: 0.01 to 0.95)"),
                Arguments.of("0.8", "0.96", "/utilization/target: 0.96 (expected: 0.01 to 0.95)"),
                Arguments.of("0.95", "1.01", "/utilization/max: 1.01 (expected: 0.01 to 1)"),
                Arguments.of("9000", "8999", "/previous/iad: 9999 slots in all (expected: 10000)"),
                Arguments.of("9000", "9000.5", "/previous/iad/east: 9000.5 (expected: a whole number)"),
                Arguments.of("9000", "-9000", "/previous/iad/east: -9000 (expected: 0 to 10000)"),
                Arguments.of("9000", "99999999999", "/previous/iad/east: line 5 column 42: a number out of range"),
                Arguments.of(
                        "\"iad\": {\"east\": 9",
                        "\"mars\": {\"east\": 9",
                        "/previous/mars: unknown edge (expected: one of [iad, sfo])"),
                Arguments.of(
                        "\"east\": 9",
                        "\"mars\": 9",
                        "/previous/iad/mars: unknown region (expected: one of [east, west])"),
                Arguments.of(
                        "\"previous\"", "\"before\"", "/before: unknown field (expected: one of edges, moveCostMs,"));
    }

    @ParameterizedTest
    @MethodSource("wrongFiles")
    void aWrongFileIsToldByPlaceValueAndExpectation(String part, String instead, String message) {
        assertRefused(FILE.replace(part, instead), message);
    }

    static Stream<Arguments> noFiles() {
        return Stream.of(
                Arguments.of("", "no text (expected: an object)"),
                Arguments.of("[]", "a list (expected: an object)"),
                Arguments.of("{}", "/utilization: missing (expected: an object)"),
                Arguments.of(FILE + "{}", "more text after the document (expected: one document)"),
                Arguments.of(FILE.substring(0, 200), "Unexpected end-of-input"),
                Arguments.of(
                        FILE.replaceAll("(?s)\"regions\".*", "\"regions\": {}, \"edges\": {}}"),
                        "/regions: 0 of them (expected: 1 to 256)"),
                Arguments.of(
                        FILE.replaceAll("(?s)\"edges\".*", "\"edges\": {}}"),
                        "/edges: 0 of them (expected: 1 to 100000)"),
                Arguments.of("[".repeat(100_000), "(expected: "),
                Arguments.of(" ".repeat(64 * 1024 * 1024 + 1), "longer than allowed (expected: at most 67108864"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("noFiles")
    void whatIsNoProblemIsToldSo(String text, String message) {
        assertRefused(text, message);
    }

    @Test
    void moreRegionsThanThereMayBeAreCounted() {
        StringBuilder more = new StringBuilder("\"regions\": {");
        for (int region = 0; region < 256; region++) {
            more.append("\"r").append(region).append("\": {\"capacityRps\": 1},");
        }

        assertRefused(FILE.replace("\"regions\": {", more.toString()), "/regions: 258 of them (expected: 1 to 256)");
    }

    @Test
    void filesThatCannotBeReadAreNamed() {
        assertThat(Console.run("solve", "no/such/file").err())
                .isEqualTo("drover: no/such/file: no such file (expected: a file that can be read)\n");
        assertThat(Console.run("solve", "src").err())
                .isEqualTo("drover: src: Is a directory (expected: a file that can be read)\n");
        assertThat(Console.run("solve", "-", "-").err().replaceAll("\\s+", " "))
                .contains("FILE: - was named twice (expected: once");
    }

    @Property(tries = 1_500)
    void whateverIsBrokenGivesARightAnswerOrAPlainError(@ForAll @IntRange(max = 1_000_000) int seed) {
        String broken = broken(new Random(seed));

        Console.Result result =
                Console.run(Map.of(), Presence.PROGRAM, broken, "solve", "-", "--contingencies", "--output", "json");

        if (result.exitCode() == 0) {
            SolverFigures.assertConsistent(broken, result.out());
        } else {
            assertPlain(result);
        }
    }

    private static String broken(Random random) {
        StringBuilder text = new StringBuilder(FILE);
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(6));
            text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static void assertRefused(String text, String message) {
        Console.Result result = Console.run(Map.of(), Presence.PROGRAM, text, "solve", "-", "--output", "json");

        assertThat(result.err().replaceAll("\\s+", " ")).contains(message);
        assertPlain(result);
    }

    private static void assertPlain(Console.Result result) {
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().replaceAll("\\s+", " "))
                .startsWith("drover: standard input: ")
                .contains("(expected")
                .doesNotContain("Exception", "java", "dev.drover");
    }
}

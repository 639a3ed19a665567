package dev.drover.cli.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.simulation.rehearsal.expect.Expectations;
import dev.drover.simulation.rehearsal.incident.Incidents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTestsPageTest {

    private static final Path PAGE = Path.of("../docs/policy-tests.md");
    private static final List<String> TIMES = List.of("by", "at", "from", "until");
    private static final List<String> RANGE = List.of("is", "atLeast", "atMost");

    static Stream<String> incidents() {
        return Incidents.names().stream();
    }

    static Stream<String> expectations() {
        return Expectations.names().stream();
    }

    @ParameterizedTest
    @MethodSource("incidents")
    void everyIncidentAndItsKeysAreExplained(String name) throws IOException {
        String row = row(name).orElse("");

        assertThat(Incidents.keysOf(name)).allSatisfy(key -> assertThat(row)
                .as("the row of %s", name)
                .contains(key.equals("at") ? "`" + name + "`" : "`" + key + "`"));
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void everyExpectationAndItsKeysAreExplained(String name) throws IOException {
        String row = row(name).orElse("");
        List<String> keys = Expectations.keysOf(name);

        assertThat(row).contains("`" + name + "`");
        if (keys.containsAll(RANGE)) {
            assertThat(row).contains("a range");
        }
        assertThat(keys)
                .filteredOn(key -> !TIMES.contains(key) && !(keys.containsAll(RANGE) && RANGE.contains(key)))
                .allSatisfy(key -> assertThat(row).as("the row of %s", name).contains("`" + key + "`"));
    }

    @Test
    void whatIsExplainedIsThere() throws IOException {
        assertThat(page().filter(line -> line.startsWith("| `")).count())
                .as("rows: scenario, given, incidents, expectations of which three share a row")
                .isEqualTo(
                        7 + 10 + Incidents.names().size() + Expectations.names().size() - 2);
    }

    private static Optional<String> row(String name) throws IOException {
        return page().filter(line -> line.matches("\\| (`\\w+`, )?`" + name + "`.*"))
                .reduce((one, other) -> other.contains("`at`") ? one : other);
    }

    private static Stream<String> page() throws IOException {
        return Files.readString(PAGE).lines();
    }
}

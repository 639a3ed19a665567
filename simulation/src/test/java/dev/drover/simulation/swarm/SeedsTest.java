package dev.drover.simulation.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeedsTest {

    /** One of each of the quickest themes. */
    @ParameterizedTest
    @ValueSource(longs = {14, 23, 24, 33})
    void everyPromiseHoldsInAFewSeeds(long seed) {
        assertThat(Swarm.story(SeedRun.of(seed), "test")).isEmpty();
    }

    @Tag("realtime")
    @ParameterizedTest
    @MethodSource("seeds")
    void everyPromiseHoldsInManySeeds(long seed) {
        assertThat(Swarm.story(SeedRun.of(seed), "test")).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(101, 130);
    }

    @Tag("realtime")
    @ParameterizedTest
    @MethodSource("regressions")
    void noSeedThatEverFailedFailsAgain(long seed) {
        assertThat(Swarm.story(SeedRun.of(seed), "test")).isEmpty();
    }

    static List<Long> regressions() throws IOException {
        List<Long> seeds = new ArrayList<>();
        try (InputStream list = SeedsTest.class.getResourceAsStream("/regressions.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String seed = line.replaceFirst("#.*", "").strip();
                if (!seed.isEmpty()) {
                    seeds.add(Long.parseLong(seed));
                }
            }
        }
        return seeds;
    }

    @Test
    void theSwarmCountsWhatItRan() throws InterruptedException {
        List<Long> seen = new ArrayList<>();

        SwarmReport report = new Swarm(23, 2, () -> 0L, result -> seen.add(result.seed())).run(2);

        assertThat(seen).containsExactlyInAnyOrder(23L, 24L);
        assertThat(report.seeds()).isEqualTo(2);
        assertThat(report.simulatedSeconds()).isEqualTo(2 * SeedRun.END.toSeconds());
        assertThat(report.sometimes()).hasSize(Sometimes.values().length);
    }
}

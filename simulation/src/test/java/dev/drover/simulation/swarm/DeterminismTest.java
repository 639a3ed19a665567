package dev.drover.simulation.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeterminismTest {

    private static final long SEED = 33;

    @Test
    void theSameSeedTellsTheSameStoryTwice() {
        assertThat(story(SEED)).isEqualTo(story(SEED));
    }

    @Test
    void anotherJvmTellsTheSameStory() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Story.class.getName(),
                        Long.toString(SEED))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String told = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(other.waitFor()).isZero();
        assertThat(told.lines().toList()).isEqualTo(story(SEED));
    }

    @Test
    void tracingChangesNothing() {
        assertThat(SeedRun.of(SEED).digest())
                .isEqualTo(SeedRun.traced(SEED, line -> {}).digest());
    }

    static List<String> story(long seed) {
        List<String> lines = new ArrayList<>();
        SeedRun.Result result = SeedRun.traced(seed, lines::add);
        lines.add("digest " + Long.toHexString(result.digest()) + " after " + result.simulatedNanos() + " ns");
        return lines;
    }
}

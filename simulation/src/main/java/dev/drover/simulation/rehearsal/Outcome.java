package dev.drover.simulation.rehearsal;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a rehearsal went; the same scenario, seed and build give the same.
 *
 * @param scenario its name
 * @param file where it is written
 * @param why it was rehearsed
 * @param seed of all that was left to chance
 * @param passed whether everything held
 * @param simulatedSeconds how long it was, warm-up included
 * @param checks what had to hold, in the order of the file
 * @param violation the promise of Drover's own that was broken, whatever the scenario expects; absent if none was
 * @param story what happened, in order
 */
public record Outcome(
        String scenario,
        String file,
        String why,
        long seed,
        boolean passed,
        double simulatedSeconds,
        List<Check> checks,
        @Nullable String violation,
        List<Line> story) {

    /** Copies the lists. */
    public Outcome {
        checks = List.copyOf(checks);
        story = List.copyOf(story);
    }

    /**
     * Something that had to hold.
     *
     * @param line of the file where it is written
     * @param expectation in words
     * @param broken when it did not hold, what was found and what was expected; absent if it held
     */
    public record Check(int line, String expectation, @Nullable String broken) {}

    /**
     * Something that happened.
     *
     * @param seconds since the scenario's beginning
     * @param text in words
     */
    public record Line(double seconds, String text) {}

    /** What did not hold, each in a line. */
    public List<String> faults() {
        List<String> broken = checks.stream()
                .filter(check -> check.broken() != null)
                .map(check -> "line " + check.line() + ": " + check.broken())
                .toList();
        return violation == null
                ? broken
                : Stream.concat(Stream.of(violation), broken.stream()).toList();
    }
}

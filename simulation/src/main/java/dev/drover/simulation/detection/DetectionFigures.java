package dev.drover.simulation.detection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * How quickly and how surely the fleet sees, with the defaults of a steering policy: times by kind of trouble, and what
 * was called wrong in long watches of nothing but noise.
 *
 * @param times by name of what is timed, in the order of the trials
 * @param watches by name
 */
public record DetectionFigures(Map<String, Quantiles> times, Map<String, LongWatch> watches) {

    private static final double QUIET = 0;
    private static final double BUSY = 20;
    private static final int EDGES = 5;
    private static final double NOISY_ERRORS = 0.03;
    private static final Duration HOUR = Duration.ofMinutes(20);

    /** Told what is done before it begins. */
    public interface Progress {
        /** That is timed or watched next. */
        void begins(String what);
    }

    /** One thing that is timed. */
    private record Timed(String name, Function<TrialRun, Long> time) {}

    private static final Timed AGENT = new Timed("first edge LOST", TrialRun::agentLostNanos);
    private static final Timed LOST = new Timed("LOST", TrialRun::lostNanos);
    private static final Timed DOWN = new Timed("DOWN", TrialRun::downNanos);
    private static final Timed LEFT = new Timed("out of HEALTHY", TrialRun::leftHealthyNanos);

    /**
     * Measures.
     *
     * @param runs of each trial, 1 or more
     * @param days that each long watch lasts, with three regions; 0 for none
     * @param seed of the first run
     */
    public static DetectionFigures measure(int runs, int days, long seed, Progress progress) {
        Map<String, Quantiles> times = new LinkedHashMap<>();
        trials().forEach((name, trial) -> {
            progress.begins(name);
            List<TrialRun> all = LongStream.range(seed, seed + runs)
                    .mapToObj(each -> TrialRun.of(trial.trial(), each))
                    .toList();
            for (Timed timed : trial.timed()) {
                List<Long> nanos = new ArrayList<>();
                all.forEach(run -> nanos.add(timed.time().apply(run)));
                times.put(name + ": " + timed.name(), Quantiles.of(nanos));
            }
        });
        Map<String, LongWatch> watches = new LinkedHashMap<>();
        if (days > 0) {
            watched().forEach((name, trial) -> {
                progress.begins(name);
                watches.put(name, LongWatch.of(trial, days, seed));
            });
        }
        return new DetectionFigures(times, watches);
    }

    private record Timing(Trial trial, List<Timed> timed) {}

    private static Map<String, Timing> trials() {
        Map<String, Timing> trials = new LinkedHashMap<>();
        for (double users : List.of(QUIET, BUSY)) {
            String suffix = users > 0 ? ", 20 requests/s an edge" : "";
            trials.put("one edge, 100 % failing" + suffix, timing(trial(1, users, Trouble.failing(1)), AGENT));
            trials.put("100 % failing" + suffix, timing(trial(EDGES, users, Trouble.failing(1)), LOST, DOWN));
            trials.put("black hole" + suffix, timing(trial(EDGES, users, Trouble.BLACK_HOLE), LOST, DOWN));
            trials.put("50 % failing" + suffix, timing(trial(EDGES, users, Trouble.failing(0.5)), DOWN));
            trials.put("30 % failing" + suffix, timing(trial(EDGES, users, Trouble.failing(0.3)), LEFT));
            trials.put("20 % failing" + suffix, timing(trial(EDGES, users, Trouble.failing(0.2)), LEFT));
            trials.put(
                    "5 x slower" + suffix,
                    timing(trial(EDGES, users, Trouble.slow(5)).after(HOUR), LEFT));
        }
        trials.put(
                "2 of 5 edges see no fault, 100 % failing",
                timing(trial(EDGES, QUIET, Trouble.failing(1)).with(2, Eyes.PRAISING), LOST, DOWN));
        return trials;
    }

    private static Trial trial(int edges, double usersRps, Trouble trouble) {
        return Trial.of(edges, usersRps, trouble);
    }

    private static Timing timing(Trial trial, Timed... timed) {
        return new Timing(trial, List.of(timed));
    }

    private static Map<String, Trial> watched() {
        Map<String, Trial> watched = new LinkedHashMap<>();
        watched.put(
                "3 % errors, a 6 s blip and a 20 s burst an hour, one flaky edge of 5",
                Trial.of(EDGES, QUIET, Trouble.NONE).with(1, Eyes.FLAKY).bumpy(NOISY_ERRORS));
        watched.put(
                "2 of 5 edges always blame one region",
                Trial.of(EDGES, QUIET, Trouble.NONE).with(2, Eyes.BLAMING));
        return watched;
    }
}

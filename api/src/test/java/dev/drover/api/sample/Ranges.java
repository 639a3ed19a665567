package dev.drover.api.sample;

import dev.drover.api.session.AgentMessage;
import dev.drover.api.text.Printable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What the components of records may hold where their type alone would allow more. */
final class Ranges {

    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 60 * MINUTE_MS;
    private static final long DAY_MS = 24 * HOUR_MS;

    /** By {@code Record.component}. */
    static final Map<String, Arbitrary<?>> BY_COMPONENT = Map.ofEntries(
            Map.entry("AgentSettings.reportInterval", time(200, MINUTE_MS)),
            Map.entry("ProbeSettings.path", Arbitraries.of("/", "/healthz/deep", "/a%20b?c=d&e=~")),
            Map.entry("ProbeSettings.interval", time(100, MINUTE_MS)),
            Map.entry("ProbeSettings.jitter", part(0, 0.5)),
            Map.entry("ProbeSettings.timeout", time(10, 30_000)),
            Map.entry("ProbeSettings.confirmInterval", time(50, 10_000)),
            Map.entry("ProbeSettings.confirmTimeout", time(10, 30_000)),
            Map.entry("ContentCheck.pointer", Arbitraries.of("", "/", "/rows", "/a~1b/0/~0", "/é")),
            Map.entry("ContentCheck.minimum", whole(0, 1_000_000)),
            Map.entry("ViewSettings.lostProbes", whole(2, 50)),
            Map.entry("ViewSettings.lostSpan", time(0, MINUTE_MS)),
            Map.entry("ViewSettings.requestWindow", time(100, 10_000)),
            Map.entry("ViewSettings.requestFailures", whole(3, 1_000)),
            Map.entry("ViewSettings.requestRatio", part(0.05, 1)),
            Map.entry("ViewSettings.silentAfter", time(50, 30_000)),
            Map.entry("ViewSettings.returnAfter", time(0, HOUR_MS)),
            Map.entry("ViewSettings.returnProbes", whole(10, 1_000)),
            Map.entry("ViewSettings.returnFailures", whole(0, 10)),
            Map.entry("ViewSettings.returnClean", whole(1, 10)),
            Map.entry("ViewSettings.relapseWithin", time(0, DAY_MS)),
            Map.entry("ViewSettings.relapseLatch", time(0, DAY_MS)),
            Map.entry("RequestSettings.connectTimeout", time(10, 30_000)),
            Map.entry("RequestSettings.firstByteTimeout", time(10, 2 * MINUTE_MS)),
            Map.entry("RequestSettings.retryRatio", part(0, 1)),
            Map.entry("RequestSettings.retryPerSecond", part(0, 1_000)),
            Map.entry("RequestSettings.retryKept", time(1_000, MINUTE_MS)),
            Map.entry("RequestSettings.userCookie", Arbitraries.of("", "drover-user", "X_1")),
            Map.entry("RequestSettings.userHeader", Arbitraries.of("", "x-user-key")),
            Map.entry("JudgeSettings.freshFor", time(500, MINUTE_MS)),
            Map.entry("JudgeSettings.lostAfter", time(0, MINUTE_MS)),
            Map.entry("JudgeSettings.downAfter", time(1_000, 10 * MINUTE_MS)),
            Map.entry("JudgeSettings.backAfter", time(0, HOUR_MS)),
            Map.entry("JudgeSettings.blockSize", time(1_000, 10_000)),
            Map.entry("JudgeSettings.downBlocks", whole(6, 12)),
            Map.entry("JudgeSettings.downBadBlocks", whole(1, 6)),
            Map.entry("JudgeSettings.downRatio", part(0.01, 1)),
            Map.entry("JudgeSettings.degradedBlocks", whole(6, 12)),
            Map.entry("JudgeSettings.degradedBadBlocks", whole(1, 6)),
            Map.entry("JudgeSettings.degradedBlockRatio", part(0.001, 1)),
            Map.entry("JudgeSettings.degradedRatio", part(0.001, 1)),
            Map.entry("JudgeSettings.degradedFor", time(0, HOUR_MS)),
            Map.entry("JudgeSettings.cleanAfter", time(0, DAY_MS)),
            Map.entry("JudgeSettings.cleanRatio", part(0, 0.5)),
            Map.entry("JudgeSettings.trialRequests", whole(1, 1_000_000)),
            Map.entry("SlowSettings.latencyFactor", part(1.1, 100)),
            Map.entry("SlowSettings.slowAtLeast", time(0, MINUTE_MS)),
            Map.entry("SlowSettings.learnedAnswers", whole(1, 100_000)),
            Map.entry("SlowSettings.blockRatio", part(0.001, 1)),
            Map.entry("SlowSettings.ratio", part(0.001, 1)),
            Map.entry("SlowSettings.tailBlockSize", time(1_000, 10_000)),
            Map.entry("SlowSettings.tailBlocks", whole(6, 12)),
            Map.entry("SlowSettings.tailBadBlocks", whole(1, 6)),
            Map.entry("SlowSettings.tailBlockRatio", part(0.001, 1)),
            Map.entry("SlowSettings.tailRatio", part(0.001, 1)),
            Map.entry("PanelSettings.suspectAt", whole(1, 8)),
            Map.entry("CapacitySettings.stepPercent", whole(1, 50)),
            Map.entry("CapacitySettings.stepEvery", time(1_000, HOUR_MS)),
            Map.entry("CapacitySettings.leastPercent", whole(1, 100)),
            Map.entry("CapacitySettings.tookOverWithin", time(0, HOUR_MS)),
            Map.entry("DampingSettings.perDown", part(1, 1_000_000)),
            Map.entry("DampingSettings.halfLife", time(1_000, DAY_MS)),
            Map.entry("DampingSettings.reuseAt", part(1, 1_000)),
            Map.entry("DampingSettings.suppressAt", part(1_000, 10_000)),
            Map.entry("DampingSettings.ceiling", part(10_000, 1_000_000)),
            Map.entry("DampingSettings.longest", time(0, DAY_MS)),
            Map.entry("BrakeSettings.failureRatio", part(0, 1)),
            Map.entry("BrakeSettings.lateRatio", part(0, 1)),
            Map.entry("BrakeSettings.abovePeak", part(0, 1)),
            Map.entry("BrakeSettings.rollbackAfter", time(0, HOUR_MS)),
            Map.entry("BrakeSettings.holdAfter", time(0, DAY_MS)),
            Map.entry("GuardSettings.removalBudget", part(0, 1)),
            Map.entry("GuardSettings.removalWindow", time(0, DAY_MS)),
            Map.entry("GuardSettings.clockTolerance", time(1_000, DAY_MS)),
            Map.entry("GuardSettings.lastResort", Arbitraries.just(null)),
            Map.entry("GuardSettings.observedRegions", Arbitraries.just(List.of())),
            Map.entry("Answers.refused", counts(0, AgentMessage.Report.MAX_COUNT)),
            Map.entry("RampSettings.returnPercents", percents()),
            Map.entry("RampSettings.returnBake", time(0, DAY_MS)),
            Map.entry("RampSettings.plannedPercent", whole(1, 100)),
            Map.entry("RampSettings.plannedBake", time(0, DAY_MS)),
            Map.entry("GuardSettings.maxAutoEvacuated", whole(0, 100)),
            Map.entry("GuardSettings.minInRotation", whole(1, 1)),
            Map.entry("GuardSettings.rebalanceSlots", whole(1, 10_000)),
            Map.entry("GuardSettings.understudiesEvery", time(1_000, HOUR_MS)),
            Map.entry("SteeringPolicy.moveCostMs", part(0, 60_000)),
            Map.entry("SteeredRegion.capacityRps", part(0, 1e9)),
            Map.entry("SteeredEdge.expectedDemandRps", part(0, 1e9)),
            Map.entry("Utilization.target", part(0.01, 0.5)),
            Map.entry("Utilization.max", part(0.5, 1)),
            Map.entry("Evacuation.expiresAt", instants("2100-01-01T00:00:00Z", "9999-12-31T23:59:59Z")),
            Map.entry("EvacuationRequest.expiresIn", time(MINUTE_MS, 3 * DAY_MS)),
            Map.entry("Tally.count", counts(1_000_000, AgentMessage.Report.MAX_COUNT)),
            Map.entry("Tally.failed", counts(0, 1_000_000)),
            Map.entry("Goodbye.retryAfterMs", counts(0, HOUR_MS)),
            Map.entry("RegionReport.probeLatencyMs", whole(0, 600_000)));

    private Ranges() {}

    static Arbitrary<Integer> whole(int least, int most) {
        return Arbitraries.integers().between(least, most);
    }

    static Arbitrary<Long> counts(long least, long most) {
        return Arbitraries.longs().between(least, most);
    }

    static Arbitrary<Double> part(double least, double most) {
        return Arbitraries.doubles().between(least, most).ofScale(12);
    }

    static Arbitrary<Duration> time(long leastMillis, long mostMillis) {
        return counts(leastMillis, mostMillis).map(Duration::ofMillis);
    }

    static Arbitrary<Instant> instants(String first, String last) {
        return Arbitraries.longs()
                .between(
                        Instant.parse(first).getEpochSecond(),
                        Instant.parse(last).getEpochSecond())
                .flatMap(second -> whole(0, 999_999_999).map(nanos -> Instant.ofEpochSecond(second, nanos)));
    }

    /** Text such as people write in any language, printable and not blank. */
    static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("äß€日本語\"\\/{}<>&'")
                .ofMinLength(1)
                .ofMaxLength(60)
                .map(text -> text + "\uD83D\uDC11")
                .filter(text -> Printable.is(text) && !Printable.isBlank(text));
    }

    private static Arbitrary<List<Integer>> percents() {
        return whole(1, 99).set().ofMaxSize(9).map(percents -> {
            TreeSet<Integer> rising = new TreeSet<>(percents);
            rising.add(100);
            return List.copyOf(rising);
        });
    }
}

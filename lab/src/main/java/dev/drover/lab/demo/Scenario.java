package dev.drover.lab.demo;

import dev.drover.api.fleet.RegionId;
import dev.drover.lab.homepage.Fault;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is done to the demo's world, and what is promised to hold. */
public enum Scenario {
    /** A region refuses connections. */
    REGION_OUTAGE,
    /** A region accepts connections and never answers. */
    BLACKHOLE,
    /** A third of a region's answers are 503. */
    GRAY,
    /** An operator evacuates a region that is well. */
    EVACUATION,
    /** In the middle of an outage the leader is cut off from ZooKeeper and from the agents. */
    LEADER_KILL;

    /** Whose users are moved in every scenario. */
    public static final RegionId REGION = RegionId.of("us-east-1");

    /** How long the next leader may take to publish, from when the last one was cut off. */
    static final Duration NEXT_LEADER = Duration.ofSeconds(8);

    private static final int GRAY_PERCENT = 30;

    /**
     * What must hold.
     *
     * @param contingency within which every agent acts on its contingency; absent where none is needed
     * @param firstStep within which all agents have applied the first publication that answers
     * @param verdict within which the region leaves HEALTHY
     * @param failedPart of all requests that may fail for users, 0 to 1
     */
    record Promise(
            @Nullable Duration contingency,
            @Nullable Duration firstStep,
            @Nullable Duration verdict,
            double failedPart) {}

    /** As it is written: {@code region-outage}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is broken; nothing where only an order is given. */
    Optional<Fault> fault() {
        return switch (this) {
            case REGION_OUTAGE, LEADER_KILL -> Optional.of(new Fault.Dark());
            case BLACKHOLE -> Optional.of(new Fault.BlackHole());
            case GRAY -> Optional.of(new Fault.Failing(GRAY_PERCENT));
            case EVACUATION -> Optional.empty();
        };
    }

    Promise promise() {
        return switch (this) {
            case REGION_OUTAGE, LEADER_KILL -> new Promise(ms(2_000), ms(4_000), null, 0.001);
            case BLACKHOLE -> new Promise(ms(3_000), ms(5_000), null, 0.001);
            case GRAY -> new Promise(null, null, ms(45_000), 0.005);
            case EVACUATION -> new Promise(null, ms(1_000), null, 0);
        };
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }
}

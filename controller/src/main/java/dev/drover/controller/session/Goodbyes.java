package dev.drover.controller.session;

import dev.drover.api.session.ControllerMessage;
import java.util.random.RandomGenerator;

/** The last words to all agents: each is told to come back at another time, so that a controller can take them all. */
final class Goodbyes {

    /** How many agents a controller should have to greet in a second. */
    private static final int GREETED_PER_SECOND = 200;

    private static final long LEAST_SPREAD_MILLIS = 1_000;
    private static final long MOST_SPREAD_MILLIS = 30_000;

    private final String reason;
    private final long spreadMillis;
    private final RandomGenerator random;

    Goodbyes(String reason, int agents, RandomGenerator random) {
        this.reason = reason;
        this.spreadMillis =
                Math.min(MOST_SPREAD_MILLIS, Math.max(LEAST_SPREAD_MILLIS, agents * 1_000L / GREETED_PER_SECOND));
        this.random = random;
    }

    ControllerMessage next() {
        return new ControllerMessage.Goodbye(reason, random.nextLong(spreadMillis));
    }
}

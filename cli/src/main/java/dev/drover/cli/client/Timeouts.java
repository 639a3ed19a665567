package dev.drover.cli.client;

import java.time.Duration;

/**
 * How long one controller may take.
 *
 * @param connect for the connection
 * @param answer for everything, the connection and the whole answer
 */
record Timeouts(Duration connect, Duration answer) {

    /** Long enough for another continent, short enough to try the next one with a person waiting. */
    static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5));
}

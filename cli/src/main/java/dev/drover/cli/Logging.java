package dev.drover.cli;

import dev.drover.cli.terminal.UsageException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much is logged: decided before the first logger exists, for {@code logback.xml} reads it then. */
final class Logging {

    private static final String LEVEL = "drover.log";
    private static final String LIBRARIES_LEVEL = "drover.log.libraries";
    private static final String PEERS_LEVEL = "drover.log.peers";
    private static final List<String> LEVELS = List.of("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE");

    private Logging() {}

    /**
     * Sets the levels.
     *
     * @param verbosity how often {@code -v} was given; counts before the environment
     * @param environment the value of {@code DROVER_LOG}
     * @param usual the level if nothing else is asked for
     * @throws UsageException if the environment names no level
     */
    static void configure(int verbosity, Optional<String> environment, String usual) {
        System.setProperty(LEVEL, levelOf(verbosity, environment, usual));
        System.setProperty(LIBRARIES_LEVEL, verbosity > 1 ? "INFO" : "WARN");
        System.setProperty(PEERS_LEVEL, verbosity > 1 ? "INFO" : "OFF");
    }

    static String levelOf(int verbosity, Optional<String> environment, String usual) {
        if (verbosity > 0) {
            return verbosity == 1 ? "INFO" : "DEBUG";
        }
        String level = environment.orElse(usual).strip().toUpperCase(Locale.ROOT);
        if (!LEVELS.contains(level)) {
            throw new UsageException("DROVER_LOG: '" + level + "' (expected: one of " + LEVELS + ")");
        }
        return level;
    }
}

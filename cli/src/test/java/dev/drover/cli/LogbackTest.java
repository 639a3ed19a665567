package dev.drover.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class LogbackTest {

    private final LoggerContext context = new LoggerContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void everyEventIsOneLineWithItsKeyValuesInUtc() throws JoranException {
        Logger logger = configured().getLogger("dev.drover.controller.Loop");
        LoggingEvent event = new LoggingEvent("x", logger, Level.INFO, "region lost", null, new Object[0]);
        event.setInstant(Instant.parse("2026-11-01T12:00:00.250Z"));
        event.setKeyValuePairs(
                List.of(new KeyValuePair("region", "us-east-1"), new KeyValuePair("reason", "a\nb\u001b[2J")));

        assertThat(encoded(event))
                .isEqualTo(
                        "2026-11-01T12:00:00.250Z INFO  Loop: region lost region=\"us-east-1\" reason=\"a b [2J\"\n");
    }

    @Test
    void librariesAreQuieterThanDrover() throws JoranException {
        context.putProperty("drover.log", "INFO");

        LoggerContext configured = configured();

        assertThat(configured.getLogger("dev.drover.edge").getEffectiveLevel()).isEqualTo(Level.INFO);
        assertThat(configured.getLogger("com.fasterxml").getEffectiveLevel()).isEqualTo(Level.WARN);
    }

    @Test
    void librariesThatTellTheirCallersDoNotTellTheLogToo() throws JoranException {
        LoggerContext configured = configured();

        assertThat(configured.getLogger("org.apache.zookeeper").getEffectiveLevel())
                .isEqualTo(Level.OFF);
    }

    private LoggerContext configured() throws JoranException {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Main.class.getResource("/logback.xml"));
        return context;
    }

    private String encoded(ILoggingEvent event) {
        OutputStreamAppender<ILoggingEvent> appender =
                (OutputStreamAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("stderr");
        return new String(appender.getEncoder().encode(event), UTF_8);
    }
}

package dev.drover.controller.session;

import static dev.drover.controller.session.Fleet.hello;
import static dev.drover.controller.session.Fleet.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.drover.controller.metrics.ControllerMeters;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Random;

/** Sessions over links that are told what to do, in virtual time. */
abstract class SessionScene {

    final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    final Heard heard = new Heard();
    final FakeLink link = new FakeLink();
    long nowNanos = 42;
    final AgentSessions sessions = sessions();

    private AgentSessions sessions() {
        AgentSessions made = new AgentSessions(
                "c1",
                () -> Fleet.NOON.plusNanos(nowNanos),
                () -> nowNanos,
                new Random(1),
                new ControllerMeters(registry).sessions());
        made.listen(heard);
        return made;
    }

    @CanIgnoreReturnValue
    AgentSession greeted(FakeLink over, String agent, String boot) {
        AgentSession session = sessions.open(over);
        session.onText(text(hello(agent, boot)));
        return session;
    }

    void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            nowNanos += Duration.ofSeconds(1).toNanos();
            sessions.sweep();
        }
    }

    KnownAgent only() {
        assertThat(sessions.agents()).hasSize(1);
        return sessions.agents().get(0);
    }

    double count(String name, String tag, String value) {
        return registry.get(name).tag(tag, value).counter().count();
    }
}

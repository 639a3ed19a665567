package dev.drover.controller.session;

import static dev.drover.controller.session.Fleet.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.session.ControllerMessage;
import dev.drover.api.session.Session;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionEndingsTest extends SessionScene {

    @Test
    void agentThatDoesNotReadForLongIsCutOff() {
        sessions.publish(policy(1, "fra"));
        AgentSession session = greeted(link, "fra/1", "b1");
        link.stopsReading();
        sessions.publish(policy(2, "fra"));

        for (int i = 0; i < 10; i++) {
            session.onPong();
            pass(Duration.ofSeconds(1));
        }

        assertThat(link.aborted).isTrue();
        assertThat(count("drover.session.closed", "reason", "stuck")).isEqualTo(1);
    }

    @Test
    void agentThatAnswersPingsStays() {
        AgentSession session = greeted(link, "fra/1", "b1");

        for (int i = 0; i < 60; i++) {
            pass(Duration.ofSeconds(1));
            session.onPong();
        }

        assertThat(link.pings).isEqualTo(6);
        assertThat(link.aborted).isFalse();
    }

    @Test
    void agentThatDoesNotAnswerAPingIsCutOff() {
        greeted(link, "fra/1", "b1");

        pass(Duration.ofSeconds(14));
        assertThat(link.aborted).isFalse();
        pass(Duration.ofSeconds(1));

        assertThat(link.aborted).isTrue();
        assertThat(heard.events).endsWith("gone fra/1");
    }

    @Test
    void goneAgentIsShownForADayAndThenForgotten() {
        greeted(link, "fra/1", "b1").onClosed();
        assertThat(only().connected()).isFalse();

        nowNanos += Duration.ofHours(24).minusSeconds(1).toNanos();
        sessions.sweep();
        assertThat(only().build()).isEqualTo("1.0");
        pass(Duration.ofSeconds(1));

        assertThat(sessions.agents()).isEmpty();
    }

    @Test
    void memoryOfGoneAgentsIsBoundedAndTheEldestGoFirst() {
        for (int i = 0; i < AgentRecords.MAX + 5; i++) {
            greeted(link, "fra/" + i, "b1").onClosed();
        }

        assertThat(sessions.agents()).hasSize(AgentRecords.MAX);
        assertThat(sessions.agents()).noneMatch(agent -> agent.id().equals(AgentId.of("fra/0")));
    }

    @Test
    void shutdownSaysGoodbyeWithATimeToComeBackThatDiffers() {
        FakeLink other = new FakeLink();
        greeted(link, "fra/1", "b1");
        greeted(other, "fra/2", "b1");

        sessions.stop("this controller stops");

        ControllerMessage.Goodbye one = (ControllerMessage.Goodbye) link.sent.get(0);
        ControllerMessage.Goodbye two = (ControllerMessage.Goodbye) other.sent.get(0);
        assertThat(one.retryAfterMs()).isBetween(0L, 999L).isNotEqualTo(two.retryAfterMs());
        assertThat(link.closeCode).isEqualTo(Session.CLOSE_RESTART);
    }
}

package dev.drover.controller.session;

import static dev.drover.controller.session.Fleet.hello;
import static dev.drover.controller.session.Fleet.id;
import static dev.drover.controller.session.Fleet.policy;
import static dev.drover.controller.session.Fleet.report;
import static dev.drover.controller.session.Fleet.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.ControllerMessage;
import dev.drover.api.session.Session;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AgentSessionsTest extends SessionScene {

    @Nested
    class Greeting {

        @Test
        void newcomerIsWelcomedAndGetsTheNewestSliceOfItsEdge() {
            sessions.publish(policy(7, "fra", "iad"));

            greeted(link, "fra/1", "b1");

            assertThat(link.sent.get(0)).isEqualTo(new ControllerMessage.Welcome("c1", Fleet.CLUSTER));
            assertThat(link.revisions()).containsExactly(7L);
            assertThat(heard.events).containsExactly("hello fra/1 b1");
        }

        @Test
        void agentThatComesBeforeTheClusterIsKnownIsHeardAndWelcomedLater() {
            AgentSession session = greeted(link, "fra/1", "b1");
            session.onText(text(report(1, 5)));
            assertThat(link.sent).isEmpty();

            sessions.serve(Fleet.CLUSTER);
            sessions.serve(Fleet.CLUSTER);

            assertThat(link.sent).containsExactly(new ControllerMessage.Welcome("c1", Fleet.CLUSTER));
            assertThat(heard.events).contains("report fra/1 b1 1");
        }

        @Test
        void reportBeforeHelloEndsTheSession() {
            sessions.open(link).onText(text(report(1, 5)));

            assertThat(link.closeCode).isEqualTo(Session.CLOSE_POLICY);
            assertThat(link.closeReason).contains("hello");
            assertThat(heard.events).isEmpty();
        }

        @Test
        void secondHelloEndsTheSession() {
            AgentSession session = greeted(link, "fra/1", "b1");

            session.onText(text(hello("fra/1", "b1")));

            assertThat(link.closeCode).isEqualTo(Session.CLOSE_POLICY);
            assertThat(heard.events).containsExactly("hello fra/1 b1", "gone fra/1");
        }

        @Test
        void whoDoesNotSayHelloInTimeIsClosed() {
            AgentSession silent = sessions.open(link);
            assertThat(silent.agent()).isNull();

            pass(Duration.ofSeconds(4));
            assertThat(link.closeCode).isZero();
            pass(Duration.ofSeconds(1));

            assertThat(link.closeCode).isEqualTo(Session.CLOSE_POLICY);
            assertThat(sessions.agents()).isEmpty();
        }

        @Test
        void unprintableOrEndlessNamesAreRefused() {
            sessions.open(link).onText(text(hello("fra/1", "b1")).replace("1.0", "\\u001b[31m"));

            assertThat(link.closeCode).isEqualTo(Session.CLOSE_POLICY);
            assertThat(link.closeReason).contains("build");
        }
    }

    @Nested
    class Replacement {

        private final FakeLink newer = new FakeLink();

        @Test
        void newerSessionOfAnAgentTakesTheOldOnesPlace() {
            sessions.publish(policy(1, "fra"));
            AgentSession old = greeted(link, "fra/1", "b1");
            AgentSession young = greeted(newer, "fra/1", "b2");

            sessions.publish(policy(2, "fra"));
            old.onText(text(report(1, 5)));
            young.onText(text(report(1, 7)));
            old.onClosed();

            assertThat(link.closeCode).isEqualTo(Session.CLOSE_REPLACED);
            assertThat(link.revisions()).containsExactly(1L);
            assertThat(newer.revisions()).containsExactly(1L, 2L);
            assertThat(heard.events).containsExactly("hello fra/1 b1", "hello fra/1 b2", "report fra/1 b2 1");
            assertThat(only().connected()).isTrue();
        }

        @Test
        void processThatWasReplacedDoesNotReplaceItsSuccessor() {
            greeted(link, "fra/1", "b1");
            greeted(newer, "fra/1", "b2");

            FakeLink again = new FakeLink();
            greeted(again, "fra/1", "b1");

            assertThat(again.closeCode).isEqualTo(Session.CLOSE_REPLACED);
            assertThat(newer.closeCode).isZero();
            assertThat(only().bootId()).isEqualTo("b2");
        }

        @Test
        void processThatWasReplacedMayComeBackOnceItsSuccessorIsGone() {
            greeted(link, "fra/1", "b1");
            greeted(newer, "fra/1", "b2").onClosed();

            FakeLink again = new FakeLink();
            greeted(again, "fra/1", "b1");

            assertThat(again.closeCode).isZero();
            assertThat(only().bootId()).isEqualTo("b1");
        }
    }

    @Nested
    class Publishing {

        @Test
        void slowAgentGetsTheNewestOnlyAndHoldsUpNobody() {
            FakeLink quick = new FakeLink();
            sessions.publish(policy(1, "fra", "iad"));
            greeted(link, "fra/1", "b1");
            greeted(quick, "iad/1", "b1");
            link.stopsReading();

            IntStream.rangeClosed(2, 50).forEach(revision -> sessions.publish(policy(revision, "fra", "iad")));
            assertThat(link.revisions()).containsExactly(1L, 2L);
            link.readsAgain();

            assertThat(link.revisions()).containsExactly(1L, 2L, 50L);
            assertThat(quick.revisions()).hasSize(50);
            assertThat(count("drover.session.dropped", "reason", "conflated")).isEqualTo(47);
        }

        @Test
        void olderPublicationIsNotSentAfterANewerOne() {
            greeted(link, "fra/1", "b1");

            sessions.publish(policy(5, "fra"));
            sessions.publish(policy(4, "fra"));
            sessions.publish(policy(5, "fra"));

            assertThat(link.revisions()).containsExactly(5L);
        }

        @Test
        void agentOfAnEdgeWithoutSliceGetsNone() {
            greeted(link, "nrt/1", "b1");

            sessions.publish(policy(5, "fra"));

            assertThat(link.sent).containsExactly(new ControllerMessage.Welcome("c1", Fleet.CLUSTER));
        }

        @Test
        void agentsBehindTheNewestPublicationAreCounted() {
            AgentSession first = greeted(link, "fra/1", "b1");
            greeted(new FakeLink(), "fra/2", "b1");
            sessions.publish(policy(5, "fra"));
            first.onText(text(new AgentMessage.Applied(id(5))));

            sessions.sweep();

            assertThat(registry.get("drover.agent.behind").gauge().value()).isEqualTo(1);
            assertThat(registry.get("drover.session.active").gauge().value()).isEqualTo(2);
        }
    }
}

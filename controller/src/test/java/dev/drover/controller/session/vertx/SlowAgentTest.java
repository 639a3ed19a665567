package dev.drover.controller.session.vertx;

import static dev.drover.controller.session.Fleet.hello;
import static dev.drover.controller.session.Fleet.policy;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlowAgentTest extends SocketScene {

    private static final int PUBLICATIONS = 100;
    /** Runs enough for slices of about 100 KB, so that the buffers of the network fill soon. */
    private static final int RUNS = 2_500;

    @Test
    void agentThatDoesNotReadGetsTheNewestOnceItDoesAndHoldsUpNobody() throws Exception {
        SocketAgent slow = connect();
        SocketAgent quick = connect();
        slow.say(hello("fra/1", "b1"));
        quick.say(hello("iad/1", "b1"));
        soon(() -> assertThat(controller.heard.events).hasSize(2));
        slow.socket().pause();

        for (int revision = 1; revision <= PUBLICATIONS; revision++) {
            long number = revision;
            controller.onContext(() -> controller.sessions.publish(policy(number, RUNS, "fra", "iad")));
        }

        soon(() -> assertThat(quick.revisions).last().isEqualTo((long) PUBLICATIONS));
        slow.socket().resume();
        soon(() -> assertThat(slow.revisions).last().isEqualTo((long) PUBLICATIONS));
        assertThat(slow.revisions).isSorted().hasSizeLessThan(PUBLICATIONS - 20);
    }

    @Test
    void shutdownDoesNotWaitForAnAgentThatDoesNotRead() throws Exception {
        SocketAgent slow = connect();
        slow.say(hello("fra/1", "b1"));
        soon(() -> assertThat(controller.heard.events).hasSize(1));
        slow.socket().pause();
        for (int revision = 1; revision <= PUBLICATIONS; revision++) {
            long number = revision;
            controller.onContext(() -> controller.sessions.publish(policy(number, RUNS, "fra")));
        }

        controller.onContext(controller.http::close);

        assertThat(controller.heard.events).containsExactly("hello fra/1 b1", "gone fra/1");
        slow.socket().resume();
    }
}

package dev.drover.controller.session.vertx;

import static dev.drover.controller.session.Fleet.hello;
import static dev.drover.controller.session.Fleet.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.routing.RoutingPolicy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("realtime")
class SlowAgentTest extends SocketScene {

    /** Runs enough for slices of about 40 KB, so that the buffers of the network fill soon. */
    private static final int RUNS = 1_000;
    /** Far more than any buffers of a network hold. */
    private static final int MOST_PUBLICATIONS = 1_000;

    private long conflated() {
        return (long) controller
                .registry
                .get("drover.session.dropped")
                .tag("reason", "conflated")
                .counter()
                .count();
    }

    /** Publishes until so many policies were overtaken on their way to somebody; returns the newest revision. */
    private long publishUntilOvertaken(int times, String... edges) {
        long revision = 0;
        while (conflated() < times && revision < MOST_PUBLICATIONS) {
            revision++;
            RoutingPolicy policy = policy(revision, RUNS, edges);
            controller.onContext(() -> controller.sessions.publish(policy));
        }
        return revision;
    }

    @Test
    void agentThatDoesNotReadGetsTheNewestOnceItDoesAndHoldsUpNobody() throws Exception {
        SocketAgent slow = connect();
        SocketAgent quick = connect();
        slow.say(hello("fra/1", "b1"));
        quick.say(hello("iad/1", "b1"));
        soon(() -> assertThat(controller.heard.events).hasSize(2));
        slow.socket().pause();

        long newest = publishUntilOvertaken(5, "fra", "iad");

        soon(() -> assertThat(quick.revisions).last().isEqualTo(newest));
        slow.socket().resume();
        soon(() -> assertThat(slow.revisions).last().isEqualTo(newest));
        assertThat(slow.revisions).isSorted();
        assertThat(slow.revisions.size() + quick.revisions.size()).isEqualTo((int) (2 * newest - conflated()));
        assertThat(slow.revisions).hasSizeLessThan((int) newest);
    }

    @Test
    void shutdownDoesNotWaitForAnAgentThatDoesNotRead() throws Exception {
        SocketAgent slow = connect();
        slow.say(hello("fra/1", "b1"));
        soon(() -> assertThat(controller.heard.events).hasSize(1));
        slow.socket().pause();
        assertThat(publishUntilOvertaken(1, "fra")).isPositive();

        controller.onContext(controller.http::close);

        assertThat(controller.heard.events).containsExactly("hello fra/1 b1", "gone fra/1");
        slow.socket().resume();
    }
}

package dev.drover.controller.session.vertx;

import static dev.drover.controller.session.Fleet.hello;
import static dev.drover.controller.session.Fleet.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FanOutTest extends SocketScene {

    private static final int EDGES = 30;
    private static final int AGENTS_PER_EDGE = 10;

    @Test
    void everyAgentGetsTheSliceOfItsEdge() throws Exception {
        List<SocketAgent> agents = new ArrayList<>();
        for (int i = 0; i < EDGES * AGENTS_PER_EDGE; i++) {
            SocketAgent agent = connect();
            agent.say(hello("e" + i % EDGES + "/" + i / EDGES, "b1"));
            agents.add(agent);
        }
        soon(() -> assertThat(controller.heard.events).hasSize(agents.size()));
        String[] edges = IntStream.range(0, EDGES).mapToObj(i -> "e" + i).toArray(String[]::new);

        controller.onContext(() -> controller.sessions.publish(policy(1, 50, edges)));

        soon(() -> assertThat(agents)
                .allSatisfy(agent -> assertThat(agent.revisions).containsExactly(1L)));
        assertThat(controller.registry.get("drover.session.fanout").timer().count())
                .isEqualTo(1);
        assertThat(controller.registry.get("drover.session.active").gauge().value())
                .isEqualTo(agents.size());
    }
}

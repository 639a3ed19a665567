package dev.drover.controller.session.vertx;

import static dev.drover.controller.session.Fleet.hello;
import static dev.drover.controller.session.Fleet.id;
import static dev.drover.controller.session.Fleet.policy;
import static dev.drover.controller.session.Fleet.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.ControllerMessage;
import dev.drover.api.session.Session;
import dev.drover.controller.session.Fleet;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionServerTest extends SocketScene {

    @Test
    void agentIsWelcomedServedAndHeard() throws Exception {
        controller.onContext(() -> controller.sessions.publish(policy(1, "fra")));
        SocketAgent agent = connect();

        agent.say(hello("fra/1", "b1"));
        agent.say(report(1, 12));
        agent.say(new AgentMessage.Applied(id(1)));
        agent.say(new AgentMessage.Refused(id(2), "hash"));

        soon(() -> assertThat(controller.heard.events)
                .containsExactly("hello fra/1 b1", "report fra/1 b1 1", "applied fra/1 1", "refused fra/1 2 hash"));
        soon(() -> assertThat(agent.revisions).containsExactly(1L));
        assertThat(agent.told.get(0)).isEqualTo(new ControllerMessage.Welcome("c1", Fleet.CLUSTER));
        controller.onContext(() -> controller.sessions.publish(policy(2, "fra")));
        soon(() -> assertThat(agent.revisions).containsExactly(1L, 2L));
    }

    @Test
    void subprotocolIsAgreedAndCompressionIsNot() throws Exception {
        SocketAgent agent = connect(options().addHeader("Sec-WebSocket-Extensions", "permessage-deflate"));

        assertThat(agent.socket().subProtocol()).isEqualTo(Session.SUBPROTOCOL);
        assertThat(agent.socket().headers().get("Sec-WebSocket-Extensions")).isNull();
    }

    @Test
    void agentThatLeavesIsGone() throws Exception {
        SocketAgent agent = connect();
        agent.say(hello("fra/1", "b1"));

        SocketAgent.written(agent.socket().close());

        soon(() -> assertThat(controller.heard.events).containsExactly("hello fra/1 b1", "gone fra/1"));
    }

    @Test
    void newerSessionReplacesTheOlder() throws Exception {
        SocketAgent old = connect();
        old.say(hello("fra/1", "b1"));
        soon(() -> assertThat(controller.heard.events).hasSize(1));

        connect().say(hello("fra/1", "b2"));

        soon(() -> assertThat(old.closeCode).isEqualTo((short) Session.CLOSE_REPLACED));
    }

    @Test
    void browserIsRefused() {
        refused(options().setAllowOriginHeader(true).addHeader("Origin", "https://evil.example"), 403);
        refused(options().setAllowOriginHeader(true), 403);
    }

    @Test
    void otherSubprotocolIsRefused() {
        refused(options().setSubProtocols(List.of("drover.v2")), 400);
        refused(options().setSubProtocols(List.of()), 400);
    }

    private void refused(WebSocketConnectOptions options, int status) {
        assertThatThrownBy(() -> connect(options)).cause().isInstanceOfSatisfying(UpgradeRejectedException.class, e -> {
            assertThat(e.getStatus()).isEqualTo(status);
            assertThat(e.getBody().toString()).contains("expected");
            assertThat(e.getHeaders().get("Content-Type")).isEqualTo("application/problem+json");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "null",
                "{\"type\":\"hello\"}",
                "{\"type\":\"hello\",\"agent\":\"../1\",\"bootId\":\"b\",\"build\":\"1\",\"accepts\":[\"v1\"]}",
                "{\"type\":\"report\",\"sequence\":1}",
                "{\"type\":\"hello\",\"type\":\"hello\"}",
                "{\"type\":\"applied\",\"policy\":{\"cluster\":\"x\",\"epoch\":1e400,\"revision\":NaN}}",
            })
    void messageThatCannotBeReadEndsTheSessionWithAReason(String text) throws Exception {
        SocketAgent agent = connect();

        agent.say(text);

        soon(() -> assertThat(agent.closeCode).isEqualTo((short) Session.CLOSE_POLICY));
        assertThat(agent.closeReason).isNotBlank().doesNotContain("dev.drover", "java.");
    }

    @Test
    void messageThatIsTooDeepEndsTheSession() throws Exception {
        SocketAgent agent = connect();

        agent.say("{\"a\":".repeat(10_000));

        soon(() -> assertThat(agent.closeCode).isEqualTo((short) Session.CLOSE_POLICY));
    }

    @Test
    void binaryFrameEndsTheSession() throws Exception {
        SocketAgent agent = connect();

        SocketAgent.written(agent.socket().writeBinaryMessage(Buffer.buffer(new byte[] {1, 2})));

        soon(() -> assertThat(agent.closeCode).isEqualTo((short) 1003));
    }

    @Test
    void frameBeyondTheLimitEndsTheSession() throws Exception {
        SocketAgent agent = connect();
        agent.say(hello("fra/1", "b1"));

        SocketAgent.written(agent.socket().writeFinalTextFrame(" ".repeat(Session.MAX_AGENT_FRAME_BYTES + 1)));

        soon(() -> assertThat(agent.closeCode).isEqualTo((short) 1009));
        soon(() -> assertThat(controller.heard.events).contains("gone fra/1"));
    }

    @Test
    void hugeFrameEndsTheSessionBeforeItIsRead() throws Exception {
        SocketAgent agent = connect();
        agent.say(hello("fra/1", "b1"));

        agent.socket().writeFinalTextFrame(" ".repeat(20 * Session.MAX_AGENT_FRAME_BYTES));

        soon(() -> assertThat(controller.heard.events).containsExactly("hello fra/1 b1", "gone fra/1"));
        soon(() -> assertThat(agent.closeCode).isNotNull());
    }

    @Test
    void messageInPartsIsReadAndBoundedAsAWhole() throws Exception {
        SocketAgent agent = connect();
        String hello = Fleet.text(hello("fra/1", "b1"));

        SocketAgent.written(agent.socket().writeFrame(WebSocketFrame.textFrame(hello.substring(0, 9), false)));
        SocketAgent.written(
                agent.socket().writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer(hello.substring(9)), true)));
        soon(() -> assertThat(controller.heard.events).containsExactly("hello fra/1 b1"));
        Buffer part = Buffer.buffer(" ".repeat(Session.MAX_AGENT_FRAME_BYTES));
        SocketAgent.written(agent.socket().writeFrame(WebSocketFrame.textFrame(" ", false)));
        SocketAgent.written(agent.socket().writeFrame(WebSocketFrame.continuationFrame(part, false)));

        soon(() -> assertThat(agent.closeCode).isEqualTo((short) 1009));
    }

    @Test
    void textThatIsNotUtf8EndsTheSession() throws Exception {
        SocketAgent agent = connect();

        SocketAgent.written(agent.socket().writeFrame(WebSocketFrame.textFrame("x", false)));
        SocketAgent.written(agent.socket()
                .writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer(new byte[] {(byte) 0xc3, 0x28}), true)));

        soon(() -> assertThat(agent.closeCode).isNotNull());
        soon(() -> assertThat(controller
                        .registry
                        .get("drover.session.closed")
                        .tag("reason", "unreadable")
                        .counter()
                        .count())
                .isEqualTo(1));
    }

    @Test
    void shutdownSaysGoodbyeAndWhenToComeBack() throws Exception {
        SocketAgent agent = connect();
        agent.say(hello("fra/1", "b1"));
        soon(() -> assertThat(controller.heard.events).hasSize(1));

        controller.onContext(controller.http::close);

        soon(() -> assertThat(agent.closeCode).isEqualTo((short) Session.CLOSE_RESTART));
        assertThat(agent.told).last().isInstanceOf(ControllerMessage.Goodbye.class);
    }

    @Test
    void agentsAreRefusedWhileTheControllerStops() throws Exception {
        connect().say(hello("fra/1", "b1"));
        soon(() -> assertThat(controller.heard.events).hasSize(1));

        controller.onContext(controller.http::close);

        assertThatThrownBy(this::connect).isNotNull();
    }
}

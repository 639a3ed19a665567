package dev.drover.edge.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.HttpServerConnection;

/** What a user's connection needs beyond Vert.x's API: a strict parser, and a reset that is one. */
final class UserConnection {

    private static final String PARSER = "httpDecoder";

    private UserConnection() {}

    /**
     * Puts the strict parser in place of the usual one, before the first byte is read.
     *
     * @throws IllegalStateException if the connection has no such parser: better no connection than a lenient one
     */
    static void makeStrict(HttpConnection connection, HttpServerOptions options) {
        ChannelPipeline pipeline = channelOf(connection).pipeline();
        if (pipeline.get(PARSER) == null) {
            throw new IllegalStateException("parsers: " + pipeline.names() + " (expected: " + PARSER + " among them)");
        }
        pipeline.replace(PARSER, PARSER, new StrictRequestDecoder(options, System::nanoTime));
    }

    /** Ends the connection so that nobody takes what was sent for all there is, however the answer was framed. */
    static void reset(HttpConnection connection) {
        Channel channel = channelOf(connection);
        if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            var unused = channel.close();
        }
    }

    private static Channel channelOf(HttpConnection connection) {
        return ((HttpServerConnection) connection).channelHandlerContext().channel();
    }
}

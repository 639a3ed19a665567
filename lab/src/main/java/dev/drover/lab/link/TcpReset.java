package dev.drover.lab.link;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;

/** Ends connections with a TCP reset, as a machine does that has crashed and come back; Vert.x can only say goodbye. */
public final class TcpReset {

    private TcpReset() {}

    /** Resets a connection of an HTTP/1 server. Called on its event loop. */
    public static void reset(HttpConnection connection) {
        reset(((HttpServerConnection) connection).channelHandlerContext().channel());
    }

    /** Resets a socket. Called on its event loop. */
    public static void reset(NetSocket socket) {
        reset(((NetSocketInternal) socket).channelHandlerContext().channel());
    }

    private static void reset(Channel channel) {
        if (channel.isOpen()) {
            // To linger for no time means: drop what is unsent, and reset.
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        ChannelFuture unused = channel.close();
    }
}

package dev.drover.lab.link;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a port while nobody listens on it: connections are refused, yet the system gives it to nobody else, neither to
 * another server nor to an outgoing connection (which could then connect to itself). Who listens again does so first
 * and gives up the hold after.
 */
public final class HeldPort {

    private static final int TRIES = 200;
    private static final long PAUSE_MILLIS = 5;

    private final Socket socket;

    private HeldPort(Socket socket) {
        this.socket = socket;
    }

    /**
     * Takes the port of a server that has been closed; done when connections are refused.
     *
     * <p>A closed server socket goes on accepting until its selector has let go of it, which nobody tells; that the port
     * can be taken tells it. Fails if that takes longer than a second: somebody else has the port.
     */
    public static Future<HeldPort> hold(Vertx vertx, String host, int port) {
        return hold(vertx, new InetSocketAddress(host, port), TRIES);
    }

    private static Future<HeldPort> hold(Vertx vertx, SocketAddress address, int tries) {
        Socket socket = new Socket();
        try {
            // A socket that is bound and does not listen refuses; with this option a listener may join it.
            socket.setReuseAddress(true);
            socket.bind(address);
            return Future.succeededFuture(new HeldPort(socket));
        } catch (IOException e) {
            new HeldPort(socket).release();
            return tries == 0
                    ? Future.failedFuture(
                            new IOException(address + " is taken (expected: a port nobody listens on)", e))
                    : vertx.timer(PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                            .compose(passed -> hold(vertx, address, tries - 1));
        }
    }

    /** Gives the port up. */
    public void release() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.drover.edge.proxy;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;

/** Why a region gave no answer, in a few words that may be shown to users. */
final class RegionFault extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    private final int status;

    private RegionFault(int status, String text) {
        super(text, null, false, false);
        this.status = status;
    }

    /** It did not answer; the text says to what and within which time. */
    static RegionFault timedOut(String text) {
        return new RegionFault(GATEWAY_TIMEOUT, text);
    }

    /** It answered what cannot be handed on, or cannot be asked. */
    static RegionFault of(String text) {
        return new RegionFault(BAD_GATEWAY, text);
    }

    /** What a failed connection or request says of it. */
    static RegionFault of(Throwable cause) {
        if (cause instanceof RegionFault fault) {
            return fault;
        }
        if (cause instanceof ConnectTimeoutException) {
            return timedOut("timed out while connecting");
        }
        if (cause instanceof ConnectException) {
            return of("refused the connection");
        }
        if (cause instanceof UnknownHostException) {
            return of("has an origin of unknown address");
        }
        if (cause instanceof ConnectionPoolTooBusyException) {
            return new RegionFault(UNAVAILABLE, "has too many requests of this edge waiting");
        }
        boolean reset = cause instanceof HttpClosedException || cause instanceof IOException;
        return of(reset ? "closed the connection" : "broke the protocol");
    }

    /** What the user is answered: 502, 503 or 504. */
    int status() {
        return status;
    }

    /** Whether it is the edge that asks for more than it may, so that nothing is said against the region. */
    boolean isOfTheEdge() {
        return status == UNAVAILABLE;
    }

    /** What happened. */
    String text() {
        return String.valueOf(getMessage());
    }
}

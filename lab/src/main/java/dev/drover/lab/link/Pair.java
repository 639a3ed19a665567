package dev.drover.lab.link;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.SplittableRandom;

/** One connection through the link: two sockets, and what goes either way. Confined to the link's event loop. */
final class Pair {

    private final NetSocket inbound;
    private final NetSocket outbound;
    private final OneWay there;
    private final OneWay back;
    private int openSockets = 2;

    Pair(Vertx vertx, NetSocket inbound, NetSocket outbound) {
        this.inbound = inbound;
        this.outbound = outbound;
        this.there = new OneWay(vertx, inbound, outbound);
        this.back = new OneWay(vertx, outbound, inbound);
    }

    /** Begins to carry; tells when both sockets are closed. */
    void open(Runnable whenClosed) {
        Runnable oneClosed = () -> {
            openSockets--;
            if (openSockets == 0) {
                whenClosed.run();
            }
        };
        there.open(oneClosed);
        back.open(oneClosed);
    }

    void silence(Set<Direction> silent) {
        there.silence(silent.contains(Direction.TO_TARGET));
        back.silence(silent.contains(Direction.FROM_TARGET));
    }

    void delay(Delay delay, SplittableRandom jitter) {
        there.delay(delay, jitter.split());
        back.delay(delay, jitter.split());
    }

    void reset() {
        TcpReset.reset(inbound);
        TcpReset.reset(outbound);
    }
}

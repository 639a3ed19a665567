package dev.drover.lab.link;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Carries one direction of one connection. Confined to the link's event loop.
 *
 * <p>While it is silent nothing is carried, neither bytes nor the end of the connection: both wait, as they would in
 * the sender's TCP, and go on when the link heals. What waits is bounded by not reading on.
 */
final class OneWay {

    /** What may be on its way; beyond it the sender is not read. */
    static final long MAX_BYTES = 256 * 1024;

    private final Vertx vertx;
    private final NetSocket from;
    private final NetSocket to;
    private final DelayLine line = new DelayLine();
    private boolean silent;
    private boolean ended;
    private boolean abrupt;
    private boolean timerArmed;

    OneWay(Vertx vertx, NetSocket from, NetSocket to) {
        this.vertx = vertx;
        this.from = from;
        this.to = to;
    }

    void open(Runnable whenClosed) {
        from.handler(this::arrive);
        from.exceptionHandler(failure -> abrupt = true);
        from.closeHandler(closed -> {
            ended = true;
            carry();
            whenClosed.run();
        });
        to.drainHandler(drained -> carry());
    }

    void silence(boolean now) {
        silent = now;
        carry();
    }

    void delay(Delay delay, SplittableRandom jitter) {
        line.delay(delay, jitter);
    }

    private void arrive(Buffer part) {
        line.add(part, System.nanoTime());
        if (line.bytes() >= MAX_BYTES) {
            from.pause();
        }
        carry();
    }

    private void carry() {
        if (silent || to.writeQueueFull()) {
            return;
        }
        long now = System.nanoTime();
        for (Buffer part = line.nextArrived(now); part != null; part = line.nextArrived(now)) {
            to.write(part);
        }
        if (line.bytes() < MAX_BYTES) {
            from.resume();
        }
        if (!line.isEmpty()) {
            armTimer(now);
        } else if (ended) {
            end();
        }
    }

    private void armTimer(long nowNanos) {
        if (!timerArmed) {
            timerArmed = true;
            long millis = TimeUnit.NANOSECONDS.toMillis(line.nanosToNext(nowNanos) + 999_999);
            vertx.setTimer(Math.max(1, millis), id -> {
                timerArmed = false;
                carry();
            });
        }
    }

    private void end() {
        if (abrupt) {
            TcpReset.reset(to);
        } else {
            to.close();
        }
    }
}

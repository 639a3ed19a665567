package dev.drover.edge.proxy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;

/**
 * Moves a body from one connection to another, no faster than the slower one takes it.
 *
 * <p>What is in memory is bounded by the write queue of the target and the read buffers of the source. Neither end is
 * closed here, and failures are told by the connections themselves.
 */
final class Pipe {

    private final ReadStream<Buffer> source;
    private final WriteStream<Buffer> target;
    private final Promise<Void> ended = Promise.promise();
    private boolean stopped;

    Pipe(ReadStream<Buffer> source, WriteStream<Buffer> target) {
        this.source = source;
        this.target = target;
    }

    /** Begins; the future completes when the source has ended and everything is handed to the target. */
    Future<Void> start() {
        source.handler(this::move).endHandler(ended::tryComplete).resume();
        return ended.future();
    }

    /** Hands nothing on from now; the source is left to whoever asks it next. */
    void stop() {
        stopped = true;
    }

    private void move(Buffer part) {
        if (stopped) {
            return;
        }
        target.write(part);
        if (target.writeQueueFull()) {
            source.pause();
            target.drainHandler(drained -> source.resume());
        }
    }
}

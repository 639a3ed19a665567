package dev.drover.edge.probe.http;

import dev.drover.api.settings.ContentCheck;
import dev.drover.edge.probe.ProbeResult;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One probe under way. */
final class Probe {

    /** The most of an answer that is read. */
    static final int BODY_BYTES = 64 * 1024;

    private static final int FIRST_SUCCESS = 200;
    private static final int AFTER_SUCCESS = 300;

    private final Vertx vertx;
    private final ContentCheck check;
    private final Promise<ProbeResult> result = Promise.promise();
    private final Buffer body = Buffer.buffer();
    private long sentNanos = System.nanoTime();
    private long timer;
    private @Nullable HttpClientRequest request;

    Probe(Vertx vertx, ContentCheck check) {
        this.vertx = vertx;
        this.check = check;
    }

    /** Sends it; the future never fails and completes within the timeout. */
    Future<ProbeResult> send(HttpClientAgent client, RequestOptions options, Duration timeout) {
        timer = vertx.setTimer(timeout.toMillis(), id -> end("timed out"));
        client.request(options).onComplete(this::onConnected, this::onFault);
        return result.future();
    }

    private void onConnected(HttpClientRequest connected) {
        connected.exceptionHandler(this::onFault);
        if (result.future().isComplete()) {
            connected.reset();
            return;
        }
        request = connected;
        sentNanos = System.nanoTime();
        connected.response().onComplete(this::onHead, this::onFault);
        connected.end();
    }

    private void onHead(HttpClientResponse response) {
        response.exceptionHandler(this::onFault);
        int status = response.statusCode();
        if (status < FIRST_SUCCESS || status >= AFTER_SUCCESS) {
            end("status " + status);
        } else {
            response.handler(this::onPart).endHandler(all -> end(Content.faultOf(check, body)));
        }
    }

    private void onPart(Buffer part) {
        if (body.length() + part.length() <= BODY_BYTES) {
            body.appendBuffer(part);
        } else {
            // What is not looked at need not be read to its end.
            end(check.minimum() == 0 ? null : "answer over " + BODY_BYTES / 1024 + " KiB");
        }
    }

    private void onFault(Throwable cause) {
        end(textOf(cause));
    }

    private void end(@Nullable String fault) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sentNanos);
        if (result.tryComplete(new ProbeResult(fault == null, (int) millis, fault))) {
            vertx.cancelTimer(timer);
            if (request != null) {
                request.reset();
            }
        }
    }

    private static String textOf(Throwable cause) {
        if (cause instanceof ConnectTimeoutException) {
            return "timed out";
        }
        if (cause instanceof ConnectException) {
            return "refused";
        }
        if (cause instanceof UnknownHostException) {
            return "unknown host";
        }
        boolean closed = cause instanceof HttpClosedException || cause instanceof IOException;
        return closed ? "connection closed" : "unreadable answer";
    }
}

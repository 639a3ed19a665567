package dev.drover.edge.proxy;

import dev.drover.api.settings.RequestSettings;
import dev.drover.edge.route.Attempt;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request to one region, until its answer begins; tells the attempt how it went.
 *
 * <pre>
 * connecting -> uploading -> waiting for the answer -> settled: answered, failed or abandoned
 * </pre>
 */
final class RegionCall {

    /** The connection would be closed as idle next, and an idle end must not look like the user's. */
    private static final Duration FIRST_BYTE_MOST = Upstreams.IDLE.minusSeconds(5);

    /** A refused answer of at most so many bytes is read to its end, which keeps its connection. */
    private static final int DISCARDED_BYTES = 16 * 1024;

    private static final int FIRST_FINAL_STATUS = 200;
    private static final int FIRST_FAULT_STATUS = 502;
    private static final int LAST_FAULT_STATUS = 504;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final HttpServerRequest user;
    private final RequestBody body;
    private final RequestSettings settings;
    private final Attempt attempt;
    private final Promise<HttpClientResponse> answer = Promise.promise();
    private boolean settled;
    private long timer = NO_TIMER;
    private @Nullable HttpClientRequest request;
    private @Nullable Pipe upload;

    RegionCall(Vertx vertx, HttpServerRequest user, RequestBody body, RequestSettings settings, Attempt attempt) {
        this.vertx = vertx;
        this.user = user;
        this.body = body;
        this.settings = settings;
        this.attempt = attempt;
    }

    /** Sends the request; the future has the answer's head, or a {@link RegionFault}. */
    Future<HttpClientResponse> send(Upstreams upstreams, URI origin) {
        Target target = Target.of(user.uri(), user.getHeader(HttpHeaders.HOST));
        failAfter(settings.connectTimeout(), "gave no connection");
        upstreams
                .request(origin, user.method(), target.path(), settings)
                .onComplete(connected -> onConnected(connected, target), this::fail);
        return answer.future();
    }

    /** Whether the answer is the region's fault. */
    static boolean isFault(HttpClientResponse response) {
        int status = response.statusCode();
        return status >= FIRST_FAULT_STATUS
                && status <= LAST_FAULT_STATUS
                && response.getHeader(HttpHeaders.RETRY_AFTER) == null;
    }

    private static boolean isRefusal(HttpClientResponse response) {
        int status = response.statusCode();
        return status == TOO_MANY_REQUESTS
                || (status == UNAVAILABLE && response.getHeader(HttpHeaders.RETRY_AFTER) != null);
    }

    /** Whether any of the user's body may have been read: it cannot be sent again. */
    boolean bodyBegun() {
        return upload != null;
    }

    /** The user went away. */
    void abandon() {
        attempt.abandoned();
        settle();
        reset();
    }

    /**
     * Ends the request, whatever its state, and hands no more of the body on.
     *
     * <p>The connection goes first: a reset alone gives it back to the pool if the answer came before the end of the
     * body, and the region would take the next request for the rest of that body.
     */
    void reset() {
        if (upload != null) {
            upload.stop();
        }
        if (request != null) {
            request.connection().close();
            request.reset();
        }
    }

    /** Reads an answer that nobody wants to its end if it is short, so that the connection can be used again. */
    void discard(HttpClientResponse response) {
        response.exceptionHandler(ignored -> {});
        String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || length.length() > 9 || Integer.parseInt(length) > DISCARDED_BYTES) {
            reset();
        }
    }

    private void onConnected(HttpClientRequest connected, Target target) {
        connected.exceptionHandler(this::fail);
        if (settled) {
            connected.reset();
            return;
        }
        request = connected;
        connected.response().onComplete(this::onAnswer, this::fail);
        ForwardedHeaders.toRegion(user, target, settings.userHeader(), connected.headers());
        body.frame(connected);
        if (body.isEmpty()) {
            connected.end();
            awaitAnswer();
        } else {
            upload(connected);
        }
    }

    private void upload(HttpClientRequest connected) {
        stopTimer();
        if (user.headers().contains(HttpHeaders.EXPECT)) {
            user.response().writeContinue();
        }
        Pipe pipe = new Pipe(user, connected);
        upload = pipe;
        pipe.start().onComplete(all -> onUploaded(connected), this::fail);
    }

    private void onUploaded(HttpClientRequest connected) {
        connected.end();
        if (!settled) {
            awaitAnswer();
        }
    }

    private void awaitAnswer() {
        Duration wanted = settings.firstByteTimeout();
        failAfter(wanted.compareTo(FIRST_BYTE_MOST) < 0 ? wanted : FIRST_BYTE_MOST, "gave no answer");
    }

    private void onAnswer(HttpClientResponse response) {
        if (settled) {
            return;
        }
        if (response.statusCode() < FIRST_FINAL_STATUS) {
            response.exceptionHandler(ignored -> {});
            fail(RegionFault.of("answered " + response.statusCode()));
            reset();
            return;
        }
        if (isFault(response)) {
            attempt.failed();
        } else if (isRefusal(response)) {
            attempt.refused();
        } else {
            attempt.succeeded();
        }
        settle();
        answer.complete(response);
    }

    private void fail(Throwable cause) {
        if (settled) {
            return;
        }
        RegionFault fault = RegionFault.of(cause);
        if (fault.isOfTheEdge()) {
            attempt.abandoned();
        } else {
            attempt.failed();
        }
        settle();
        if (upload != null) {
            upload.stop();
        }
        answer.fail(fault);
    }

    private void failAfter(Duration time, String what) {
        stopTimer();
        timer = vertx.setTimer(time.toMillis(), id -> onTimeout(what + " within " + time.toMillis() + " ms"));
    }

    private void onTimeout(String text) {
        timer = NO_TIMER;
        fail(RegionFault.timedOut(text));
        reset();
    }

    private void settle() {
        settled = true;
        stopTimer();
    }

    private void stopTimer() {
        if (timer != NO_TIMER) {
            vertx.cancelTimer(timer);
            timer = NO_TIMER;
        }
    }
}

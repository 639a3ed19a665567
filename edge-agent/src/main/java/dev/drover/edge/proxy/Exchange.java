package dev.drover.edge.proxy;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.settings.RequestSettings;
import dev.drover.edge.route.Route;
import dev.drover.edge.route.Steering;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The life of one user's request: where it goes, whether it goes again, and what the user gets.
 *
 * <p>Confined to the agent's context. Whatever happens, it finishes exactly once.
 */
final class Exchange {

    private static final int FIRST_SERVER_ERROR = 500;

    private final Surroundings around;
    private final Steering steering;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final RequestBody body;
    private final RequestSettings settings;
    private final Route route;
    private final long begunNanos = System.nanoTime();
    private String region = "none";
    private @Nullable RegionCall call;
    private @Nullable HttpClientResponse answer;
    private boolean retried;
    private boolean finished;

    Exchange(Surroundings around, HttpServerRequest request) {
        this.around = around;
        this.steering = around.steering();
        this.request = request;
        this.response = request.response();
        this.body = RequestBody.of(request);
        this.settings = steering.settings();
        this.route = steering.routeOf(UserKey.of(request, settings));
    }

    /** Sends the request on its way. */
    void begin() {
        response.exceptionHandler(gone -> onUserGone());
        if (!body.isEmpty()) {
            request.exceptionHandler(gone -> onUserGone()).pause();
        }
        Optional<RegionId> first = route.first().region();
        if (first.isPresent()) {
            ask(first.get());
        } else {
            shed();
        }
    }

    private void ask(RegionId candidate) {
        region = candidate.value();
        List<URI> origins = steering.originsOf(candidate);
        if (origins.isEmpty()) {
            onFault(RegionFault.of("has no origin"));
            return;
        }
        RegionCall next =
                new RegionCall(around.context().owner(), request, body, settings, steering.attempt(candidate));
        call = next;
        URI origin = around.upstreams().nextOf(candidate, origins);
        next.send(around.upstreams(), origin).onComplete(head -> onAnswer(next, head), this::onFault);
    }

    private void onAnswer(RegionCall asked, HttpClientResponse head) {
        RegionId understudy = RegionCall.isFault(head) ? understudyToAsk() : null;
        if (understudy == null) {
            forward(asked, head);
        } else {
            asked.discard(head);
            ask(understudy);
        }
    }

    private void onFault(Throwable cause) {
        RegionId understudy = understudyToAsk();
        if (understudy == null) {
            fail(RegionFault.of(cause));
        } else {
            ask(understudy);
        }
    }

    /** The region to ask now that the first one failed; null if it ends here. Takes a retry from the budget. */
    private @Nullable RegionId understudyToAsk() {
        RegionId understudy = route.second().region().orElse(null);
        if (retried || understudy == null || route.first().is(understudy) || !mayBeSentAgain()) {
            return null;
        }
        if (!steering.mayRetry()) {
            around.meters().retryDenied();
            return null;
        }
        around.meters().retrySent();
        retried = true;
        return understudy;
    }

    private boolean mayBeSentAgain() {
        HttpMethod method = request.method();
        boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if (reads || method.equals(HttpMethod.OPTIONS)) {
            return call == null || !call.bodyBegun();
        }
        return body.isEmpty() && (method.equals(HttpMethod.PUT) || method.equals(HttpMethod.DELETE));
    }

    private void forward(RegionCall asked, HttpClientResponse head) {
        answer = head;
        response.setStatusCode(head.statusCode());
        ForwardedHeaders.toUser(head.headers(), response.headers());
        mark();
        if (!isBodiless(head)) {
            frame();
        }
        head.exceptionHandler(this::onBreak);
        new Pipe(head, response).start().onComplete(all -> onForwarded(asked, head), this::onBreak);
    }

    /** The answer's length goes on as it is; without one it goes in chunks, or ends with an old client's connection. */
    private void frame() {
        boolean sized = isSized();
        if (sized || request.version() == HttpVersion.HTTP_1_1) {
            response.setChunked(!sized);
            // The head of an answer whose body is long in coming does not wait for it.
            around.context().runOnContext(later -> writeHead());
        }
    }

    private void writeHead() {
        if (!response.headWritten() && !finished) {
            response.writeHead();
        }
    }

    private void onForwarded(RegionCall asked, HttpClientResponse head) {
        boolean serverError =
                head.statusCode() >= FIRST_SERVER_ERROR && head.getHeader(HttpHeaders.RETRY_AFTER) == null;
        finish(serverError ? Outcome.FAILED : Outcome.ANSWERED);
        boolean framed = isBodiless(head) || response.isChunked() || isSized();
        response.end();
        if (!framed) {
            request.connection().close();
        } else if (!body.isEmpty() && !request.isEnded()) {
            asked.reset();
            UnreadBody.discard(request);
        }
    }

    private boolean isSized() {
        return response.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }

    private void shed() {
        region = "shed";
        finish(Outcome.SHED);
        closeIfClosing();
        around.answers().shed(request, route.slot());
        UnreadBody.discard(request);
    }

    private void fail(RegionFault fault) {
        mark();
        finish(Outcome.FAILED);
        HttpResponseStatus status = HttpResponseStatus.valueOf(fault.status());
        if (fault.isOfTheEdge()) {
            around.answers().comeBack(request, region + ' ' + fault.text());
        } else {
            around.answers().problem(request, status, region + ' ' + fault.text());
        }
        UnreadBody.discard(request);
    }

    private void onUserGone() {
        if (!finished && call != null) {
            finish(Outcome.ABANDONED);
            if (answer == null) {
                call.abandon();
            } else {
                call.reset();
            }
        }
    }

    private void onBreak(Throwable cause) {
        if (!finished) {
            finish(Outcome.BROKEN);
            UserConnection.reset(request.connection());
        }
    }

    private void mark() {
        response.putHeader(ForwardedHeaders.REGION, region)
                .putHeader(ForwardedHeaders.SLOT, Integer.toString(route.slot()));
        if (retried) {
            response.putHeader(ForwardedHeaders.RETRIED, "1");
        }
        closeIfClosing();
    }

    private void closeIfClosing() {
        if (around.closing().getAsBoolean()) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    private boolean isBodiless(HttpClientResponse head) {
        int status = head.statusCode();
        return request.method().equals(HttpMethod.HEAD)
                || status == HttpResponseStatus.NO_CONTENT.code()
                || status == HttpResponseStatus.NOT_MODIFIED.code();
    }

    private void finish(Outcome outcome) {
        finished = true;
        around.meters().request(region, outcome, System.nanoTime() - begunNanos);
        switch (outcome) {
            case SHED -> steering.shed();
            case FAILED, BROKEN -> steering.failed();
            case ANSWERED, ABANDONED, NOT_READY, REFUSED -> {}
        }
    }
}

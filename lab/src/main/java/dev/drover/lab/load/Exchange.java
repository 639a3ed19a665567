package dev.drover.lab.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/** Sends a request and tells what became of it. Confined to the generator's loop. */
final class Exchange {

    static final String USER_COOKIE = "drover-user";
    static final String REGION = "x-drover-region";
    static final String SHED = "x-drover-shed";
    static final String RETRIED = "x-drover-retried";

    /** No page is larger. */
    static final int MAX_BODY_BYTES = 1024 * 1024;

    private static final String YES = "1";
    private static final int LONGEST_DETAIL = 200;

    private final HttpClient client;
    private final RequestOptions target;
    private final BiConsumer<Attempt, Outcome> ended;

    Exchange(HttpClient client, RequestOptions target, BiConsumer<Attempt, Outcome> ended) {
        this.client = client;
        this.target = target;
        this.ended = ended;
    }

    void send(Attempt attempt) {
        client.request(target)
                .compose(request -> ask(attempt, request))
                .compose(response -> read(attempt, response))
                .onComplete(
                        outcome -> ended.accept(attempt, outcome),
                        failure -> ended.accept(attempt, failureOf(attempt, failure)));
    }

    private static Future<HttpClientResponse> ask(Attempt attempt, HttpClientRequest request) {
        attempt.connected(request);
        if (attempt.hasEnded()) {
            attempt.giveUp();
            return Future.failedFuture("too late");
        }
        return request.putHeader("cookie", USER_COOKIE + "=" + attempt.user()).send();
    }

    private static Future<Outcome> read(Attempt attempt, HttpClientResponse response) {
        attempt.sawHead();
        return bodyOf(attempt, response).map(body -> judge(response, body));
    }

    private static Future<Buffer> bodyOf(Attempt attempt, HttpClientResponse response) {
        Promise<Buffer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(part -> append(attempt, body, part, whole));
        response.exceptionHandler(whole::tryFail);
        response.endHandler(end -> whole.tryComplete(body));
        return whole.future();
    }

    private static void append(Attempt attempt, Buffer body, Buffer part, Promise<Buffer> whole) {
        if (body.length() + part.length() > MAX_BODY_BYTES) {
            whole.tryFail("more than " + MAX_BODY_BYTES + " bytes");
            attempt.giveUp();
        } else {
            body.appendBuffer(part);
        }
    }

    private static Outcome judge(HttpClientResponse response, Buffer body) {
        String region = String.valueOf(response.headers().get(REGION) == null ? "" : response.getHeader(REGION));
        boolean shed = YES.equals(response.getHeader(SHED));
        Outcome served = new Outcome.Served(region, new Outcome.Marks(shed, YES.equals(response.getHeader(RETRIED))));
        if (response.statusCode() >= 500) {
            return new Outcome.Failed(FailureKind.SERVER_ERROR, response.statusCode() + " from '" + region + "'");
        }
        if (response.statusCode() != 200) {
            return new Outcome.Failed(FailureKind.UNEXPECTED_STATUS, response.statusCode() + " from '" + region + "'");
        }
        return shed
                ? served
                : PageCheck.faultOf(body.getBytes())
                        .<Outcome>map(fault -> fault)
                        .orElse(served);
    }

    private static Outcome failureOf(Attempt attempt, Throwable failure) {
        String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return new Outcome.Failed(
                kindOf(attempt, failure), text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL) : text);
    }

    private static FailureKind kindOf(Attempt attempt, Throwable failure) {
        if (failure instanceof ConnectionPoolTooBusyException) {
            return FailureKind.OVERLOAD;
        }
        if (failure instanceof TimeoutException) {
            return FailureKind.TIMEOUT;
        }
        if (!attempt.isConnected()) {
            return FailureKind.CONNECT;
        }
        return attempt.hasSeenHead() ? FailureKind.TRUNCATED : FailureKind.RESET;
    }
}

package dev.drover.lab.homepage;

import dev.drover.api.json.Json;
import dev.drover.api.json.UnreadableJsonException;
import dev.drover.api.problem.ProblemException;
import dev.drover.api.problem.ProblemType;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Supplier;

/**
 * Faults and load over HTTP, on a port of its own that only this machine can reach: {@code GET}, {@code POST} and
 * {@code DELETE /faults}, {@code GET /load}. Confined to the region's event loop.
 */
final class FaultControl {

    /** No fault takes more to describe. */
    static final int MAX_BODY_BYTES = 4_096;

    private static final String LOOPBACK = "127.0.0.1";
    private static final int IDLE_SECONDS = 30;

    private final Faults faults;
    private final Supplier<RegionLoad> load;
    private final HttpServer server;

    FaultControl(Vertx vertx, Faults faults, Supplier<RegionLoad> load) {
        this.faults = faults;
        this.load = load;
        this.server = vertx.createHttpServer(new HttpServerOptions().setIdleTimeout(IDLE_SECONDS))
                .requestHandler(this::handle);
    }

    Future<Void> open(int port) {
        return server.listen(port, LOOPBACK).mapEmpty();
    }

    Future<Void> close() {
        return server.close();
    }

    int port() {
        return server.actualPort();
    }

    private void handle(HttpServerRequest request) {
        // A failed step, whatever it threw, becomes a failed future here.
        Future.succeededFuture(request)
                .compose(this::answerTo)
                .onComplete(json -> answer(request.response(), json), failure -> refuse(request.response(), failure));
    }

    private Future<String> answerTo(HttpServerRequest request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /faults" -> Future.succeededFuture(Json.write(faults.current()));
            case "POST /faults" ->
                bodyOf(request).map(FaultControl::read).compose(faults::inject).map(Json::write);
            case "DELETE /faults" -> faults.heal().map(Json::write);
            case "GET /load" -> Future.succeededFuture(Json.write(load.get()));
            default ->
                throw new ProblemException(
                        ProblemType.NOT_FOUND,
                        request.method() + " here (expected: GET, POST or DELETE /faults, or GET /load)");
        };
    }

    /** A page in a browser can send anything to loopback, except this content type. */
    private static Future<Buffer> bodyOf(HttpServerRequest request) {
        String type = String.valueOf(request.getHeader("content-type"));
        if (!type.equals(Pages.JSON) && !type.startsWith(Pages.JSON + ";")) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, "content-type: " + type + " (expected: " + Pages.JSON + ")");
        }
        Promise<Buffer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        request.handler(part -> append(body, part, whole));
        request.exceptionHandler(whole::tryFail);
        request.endHandler(end -> whole.tryComplete(body));
        return whole.future();
    }

    private static void append(Buffer body, Buffer part, Promise<Buffer> whole) {
        if (body.length() + part.length() > MAX_BODY_BYTES) {
            whole.tryFail(new ProblemException(
                    ProblemType.TOO_LARGE, "body (expected: at most " + MAX_BODY_BYTES + " bytes)"));
        } else {
            body.appendBuffer(part);
        }
    }

    private static Fault read(Buffer body) {
        try {
            return Json.readWritten(body.toString(), Fault.class);
        } catch (UnreadableJsonException e) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static void answer(HttpServerResponse response, String json) {
        response.putHeader("content-type", Pages.JSON).end(json);
    }

    private static void refuse(HttpServerResponse response, Throwable failure) {
        ProblemException problem = failure instanceof ProblemException known
                ? known
                : new ProblemException(ProblemType.INTERNAL, "the fault could not be changed");
        if (problem.type() == ProblemType.TOO_LARGE) {
            response.putHeader("connection", "close");
        }
        Pages.answerProblem(response, problem.problem());
    }
}

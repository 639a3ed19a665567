package dev.drover.controller.rest.vertx;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.drover.api.problem.ProblemException;
import dev.drover.api.problem.ProblemType;
import dev.drover.controller.metrics.RestMeters;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Which paths there are and what may be done to them; anything else is answered with 404, or with 405 and Allow. */
final class Routes {

    /** What is done for a request; what it throws is answered as what its future fails with. */
    interface Action {
        Future<Answer> answer(RoutingContext request);
    }

    private static final String NO_ROUTE = "none";

    private final Router router;
    private final Exchange exchange;
    private final RestMeters meters;

    Routes(Router router, Exchange exchange, RestMeters meters) {
        this.router = router;
        this.exchange = exchange;
        this.meters = meters;
    }

    /** A path that can be read. */
    @CanIgnoreReturnValue
    Routes get(String path, Action get) {
        return at(path, readable(get));
    }

    /** A path that can be read, and to which something can be added. */
    @CanIgnoreReturnValue
    Routes getAndPost(String path, Action get, Action post) {
        Map<HttpMethod, Action> actions = readable(get);
        actions.put(HttpMethod.POST, post);
        return at(path, actions);
    }

    /** A path to which something can be posted. */
    @CanIgnoreReturnValue
    Routes post(String path, Action post) {
        return at(path, Map.of(HttpMethod.POST, post));
    }

    /** A path that is served elsewhere: what still comes here may not be done. */
    @CanIgnoreReturnValue
    Routes elsewhere(String path, HttpMethod served) {
        return refuseOthers(path, served.name());
    }

    /** No other path there is. */
    void nothingElse() {
        router.route().handler(request -> dispatch(NO_ROUTE, Routes::unknownPath, request));
        router.errorHandler(400, request -> fail(request, undecodable()))
                .errorHandler(404, request -> dispatch(NO_ROUTE, Routes::unknownPath, request))
                .errorHandler(500, request -> fail(request, causeOf(request)));
    }

    private static Map<HttpMethod, Action> readable(Action get) {
        Map<HttpMethod, Action> actions = new LinkedHashMap<>();
        actions.put(HttpMethod.GET, get);
        actions.put(HttpMethod.HEAD, get);
        return actions;
    }

    private Routes at(String path, Map<HttpMethod, Action> actions) {
        actions.forEach(
                (method, action) -> router.route(method, path).handler(request -> dispatch(path, action, request)));
        String allowed = String.join(
                ", ",
                new TreeSet<>(actions.keySet().stream().map(HttpMethod::name).toList()));
        return refuseOthers(path, allowed);
    }

    private Routes refuseOthers(String path, String allowed) {
        router.route(path).handler(request -> dispatch(path, other -> notAllowed(other, allowed), request));
        return this;
    }

    private void dispatch(String route, Action action, RoutingContext request) {
        long startNanos = System.nanoTime();
        Future.succeededFuture(request)
                .compose(action::answer)
                .otherwise(Failures::answer)
                .onComplete(answered -> {
                    exchange.write(request.request(), answered.result());
                    meters.answered(route, answered.result().status(), System.nanoTime() - startNanos);
                });
    }

    private static Future<Answer> notAllowed(RoutingContext request, String allowed) {
        return Future.failedFuture(RefusedRequestException.of(
                ProblemType.METHOD_NOT_ALLOWED,
                request.request().method() + " (expected: " + allowed + ")",
                Map.of("Allow", allowed)));
    }

    private static Future<Answer> unknownPath(RoutingContext request) {
        return Future.failedFuture(new ProblemException(ProblemType.NOT_FOUND, "no such path"));
    }

    /** What fails before an action is found. */
    private void fail(RoutingContext request, Throwable failure) {
        dispatch(NO_ROUTE, any -> Future.failedFuture(failure), request);
    }

    private static Throwable causeOf(RoutingContext request) {
        return Objects.requireNonNullElseGet(
                request.failure(), () -> new IllegalStateException("the router failed and does not say why"));
    }

    private static ProblemException undecodable() {
        return new ProblemException(
                ProblemType.INVALID_REQUEST, "path: cannot be decoded (expected: /..., what is not ASCII %-encoded)");
    }
}

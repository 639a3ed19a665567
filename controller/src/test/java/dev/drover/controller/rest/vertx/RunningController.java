package dev.drover.controller.rest.vertx;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.drover.controller.metrics.ControllerMeters;
import dev.drover.controller.session.AgentSessions;
import dev.drover.controller.session.Heard;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.Callable;

/** A listener on a port of its own, with a desk that tests tell what to do. */
public final class RunningController implements AutoCloseable {

    public final Vertx vertx = Vertx.vertx();
    public final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    public final Heard heard = new Heard();
    public final AgentSessions sessions;
    public final ControllerHttp http;
    final FakeDesk desk = new FakeDesk();
    private final Context context = ((VertxInternal) vertx).createEventLoopContext();

    public RunningController() {
        ControllerMeters meters = new ControllerMeters(registry);
        sessions = new AgentSessions("c1", InstantSource.system(), System::nanoTime, new Random(1), meters.sessions());
        sessions.listen(heard);
        http = onContext(() -> ControllerHttp.listen(vertx, "127.0.0.1", 0, desk, sessions, meters));
    }

    /** Does something on the controller's context, and waits for what comes of it. */
    public <T> T onContext(Callable<Future<T>> work) {
        Promise<T> done = Promise.promise();
        context.runOnContext(go -> {
            try {
                work.call().onComplete(done);
            } catch (Exception e) {
                done.fail(e);
            }
        });
        try {
            return done.future().toCompletionStage().toCompletableFuture().get(30, SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Does something on the controller's context. */
    public void onContext(Runnable work) {
        Object nothing = onContext(() -> {
            work.run();
            return Future.succeededFuture(true);
        });
        assert nothing != null;
    }

    public int port() {
        return http.port();
    }

    @Override
    public void close() throws Exception {
        onContext(http::close);
        vertx.close().toCompletionStage().toCompletableFuture().get(30, SECONDS);
    }
}

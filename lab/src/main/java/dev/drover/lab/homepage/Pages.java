package dev.drover.lab.homepage;

import dev.drover.api.json.Json;
import dev.drover.api.problem.Problem;
import dev.drover.api.problem.ProblemException;
import dev.drover.api.problem.ProblemType;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Answers users and probes. Confined to its region's event loop.
 *
 * <p>A user's page first takes its turn with a worker, then asks the row services. A deep probe takes the same way past
 * the workers, in a narrow lane of its own: overload is not loss, so a region that is full must still answer its probes,
 * and probes must not take users' places.
 */
final class Pages {

    static final String JSON = "application/json";

    private static final int MAX_PROBES = 64;
    private static final Viewer PROBE = new Viewer("probe");

    private record Job(HttpServerRequest request, Viewer viewer, Fate fate) {}

    private final Vertx vertx;
    private final HomepageConfig config;
    private final Catalogue catalogue;
    private final PageBuilder builder;
    private final WorkerPool<Job> workers;
    private final LoadMeter meter;
    private final SplittableRandom dice;
    private Fault fault = new Fault.None();
    private boolean timerArmed;
    private int probesInFlight;

    Pages(Vertx vertx, HomepageConfig config, Catalogue catalogue, PageBuilder builder) {
        this.vertx = vertx;
        this.config = config;
        this.catalogue = catalogue;
        this.builder = builder;
        this.workers = new WorkerPool<>(config.workers(), config.serviceNanos(), config.queueLimit());
        this.meter = new LoadMeter(config, System.nanoTime());
        this.dice = new SplittableRandom(config.seed());
    }

    void handle(HttpServerRequest request) {
        try {
            route(request);
        } catch (ProblemException e) {
            answerProblem(request.response(), e.problem());
        }
    }

    /** From now on requests fare as the fault has it. Those in flight go on, unless nobody is to hear of them. */
    void suffer(Fault next) {
        fault = next;
        if (next instanceof Fault.Dark || isSilent()) {
            meter.failed(workers.clear());
        }
    }

    RegionLoad load(int connections) {
        return meter.load(workers, connections, System.nanoTime());
    }

    private void route(HttpServerRequest request) {
        String path = String.valueOf(request.path());
        boolean known = path.equals("/") || path.equals("/healthz") || path.equals("/healthz/deep");
        if (!known) {
            throw new ProblemException(ProblemType.NOT_FOUND, "no such path (expected: /, /healthz, /healthz/deep)");
        }
        if (!request.method().equals(HttpMethod.GET)) {
            throw new ProblemException(ProblemType.METHOD_NOT_ALLOWED, request.method() + " (expected: GET)");
        }
        switch (path) {
            case "/" -> onPage(request);
            case "/healthz/deep" -> onDeepProbe(request);
            default -> onShallowProbe(request.response());
        }
    }

    private void onPage(HttpServerRequest request) {
        Viewer viewer = viewerOf(request);
        long now = System.nanoTime();
        meter.arrived(now);
        Fate fate = throwDice();
        if (isSilent()) {
            meter.failed(1);
        } else if (fate.refused()) {
            meter.failed(1);
            answerFailure(request.response());
        } else if (workers.offer(new Job(request, viewer, fate), now)) {
            armTimer(now);
        } else {
            meter.refused();
            answerBusy(request.response());
        }
    }

    private static Viewer viewerOf(HttpServerRequest request) {
        try {
            return UserKey.of(request);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private void armTimer(long nowNanos) {
        if (!timerArmed && workers.nextFinishNanos().isPresent()) {
            timerArmed = true;
            long nanos = workers.nextFinishNanos().getAsLong() - nowNanos;
            vertx.setTimer(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos + 999_999)), id -> finishDue());
        }
    }

    private void finishDue() {
        timerArmed = false;
        long now = System.nanoTime();
        for (Job job = workers.nextFinished(now); job != null; job = workers.nextFinished(now)) {
            finish(job);
        }
        armTimer(now);
    }

    private void finish(Job job) {
        pageFor(job.viewer(), job.fate()).onComplete(page -> answerPage(job, page), this::impossible);
    }

    private void answerPage(Job job, Page page) {
        HttpServerResponse response = job.request().response();
        if (isSilent() || response.closed()) {
            meter.failed(1);
            return;
        }
        if (page.rows().isEmpty()) {
            meter.failed(1);
        } else {
            meter.served(page);
        }
        answer(response, page.json(config.region().value(), job.viewer(), catalogue));
    }

    private void onDeepProbe(HttpServerRequest request) {
        Fate fate = throwDice();
        if (isSilent()) {
            return;
        }
        if (fate.refused()) {
            answerFailure(request.response());
        } else if (probesInFlight >= MAX_PROBES) {
            answerBusy(request.response());
        } else {
            probesInFlight++;
            pageFor(PROBE, fate).onComplete(page -> answerProbe(request.response(), page), this::impossible);
        }
    }

    private void answerProbe(HttpServerResponse response, Page page) {
        probesInFlight--;
        if (!isSilent() && !response.closed()) {
            meter.probed();
            answer(response, page.json(config.region().value(), PROBE, catalogue));
        }
    }

    private void onShallowProbe(HttpServerResponse response) {
        if (!isSilent()) {
            answer(response, "{\"status\":\"up\"}");
        }
    }

    private Future<Page> pageFor(Viewer viewer, Fate fate) {
        Future<Page> page = builder.build(viewer).map(built -> fate.hollow() ? Page.HOLLOW : built);
        return fate.delayMillis() == 0 ? page : page.compose(built -> later(built, fate.delayMillis()));
    }

    private Future<Page> later(Page page, long millis) {
        return vertx.timer(millis, TimeUnit.MILLISECONDS).map(page);
    }

    private Fate throwDice() {
        return fault.fateOf(dice.nextInt(100));
    }

    private boolean isSilent() {
        return fault instanceof Fault.BlackHole;
    }

    private void impossible(Throwable failure) {
        throw new AssertionError("a page cannot fail", failure);
    }

    private static void answer(HttpServerResponse response, String json) {
        response.putHeader("content-type", JSON)
                .putHeader("cache-control", "no-store")
                .end(json);
    }

    /** The queue is full: come back, there is nothing wrong. */
    private static void answerBusy(HttpServerResponse response) {
        response.putHeader("retry-after", "1");
        answerProblem(response, problem("the region is at its capacity (expected: another try in 1 s)"));
    }

    /** Something is wrong: no word of when to come back. */
    private static void answerFailure(HttpServerResponse response) {
        answerProblem(response, problem("the region fails"));
    }

    private static Problem problem(String detail) {
        return new ProblemException(ProblemType.UNAVAILABLE, detail).problem();
    }

    static void answerProblem(HttpServerResponse response, Problem problem) {
        if (problem.status() == ProblemType.METHOD_NOT_ALLOWED.status()) {
            response.putHeader("allow", "GET");
        }
        response.setStatusCode(problem.status())
                .putHeader("content-type", Problem.MEDIA_TYPE)
                .end(Json.write(problem));
    }
}

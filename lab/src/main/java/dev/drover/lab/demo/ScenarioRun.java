package dev.drover.lab.demo;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.Pace;
import dev.drover.api.rest.EvacuationRequest;
import dev.drover.api.rest.EvacuationView;
import dev.drover.api.rest.PublicationView;
import dev.drover.api.rest.RestoreRequest;
import dev.drover.api.rest.StatusView;
import dev.drover.lab.homepage.Fault;
import dev.drover.lab.link.Cut;
import dev.drover.lab.load.LoadSnapshot;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Plays a scenario in a running world: healthy, then hurt, then healed, and says what came of it. */
public final class ScenarioRun {

    /** A cold JVM is not what is measured. */
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private static final Duration HEALTHY = Duration.ofSeconds(30);
    private static final Duration HURT = Duration.ofSeconds(60);
    /** In the middle of an outage: the answer is out, and DOWN is not yet old. */
    private static final Duration UNTIL_LEADER_KILL = Duration.ofSeconds(10);

    private static final Duration RECOVERY_AT_MOST = Duration.ofSeconds(60);
    private static final Duration SETTLED = Duration.ofSeconds(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final String AUTHOR = "demo";

    private final Vertx vertx;
    private final DemoWorld world;
    private final Scenario scenario;
    private final Consumer<String> progress;
    private final DemoClient client;
    private final SortedMap<RegionId, Double> measured = new TreeMap<>();
    private Instant hurtAt = Instant.MAX;
    private Instant cutAt = Instant.MAX;
    private boolean measuring;

    /**
     * A scenario that is still to be played.
     *
     * @param progress told what is being done
     */
    public ScenarioRun(Vertx vertx, DemoWorld world, Scenario scenario, Consumer<String> progress) {
        this.vertx = vertx;
        this.world = world;
        this.scenario = scenario;
        this.progress = progress;
        this.client = new DemoClient(vertx, world.controllerUrls());
    }

    /** Plays it to its end; the world's load must not have been started yet. */
    public Future<ScenarioReport> play() {
        tell("load starts, and everything warms up (" + WARM_UP.toSeconds() + " s)");
        return world.startLoad()
                .compose(started -> pause(WARM_UP))
                .map(warm -> world.load())
                .compose(this::playFrom);
    }

    private Future<ScenarioReport> playFrom(LoadSnapshot start) {
        tell("all is well (" + HEALTHY.toSeconds() + " s)");
        return pause(HEALTHY)
                .compose(healthy -> hurt())
                .compose(hurt -> kill())
                .compose(killed -> heal())
                .compose(healed -> recovered(world.recorder().clock().instant().plus(RECOVERY_AT_MOST)))
                .compose(recovered -> pause(SETTLED))
                .compose(settled -> world.stopLoad())
                .compose(stopped -> publications())
                .map(publications -> report(failures(world.load().minus(start)), publications));
    }

    /** Whatever failed is worth a look, so that the first of each kind is told. */
    private LoadSnapshot failures(LoadSnapshot load) {
        load.failures()
                .forEach((kind, count) -> tell(count + " requests failed, " + kind + ": "
                        + load.samples().stream()
                                .filter(sample -> sample.kind() == kind)
                                .findFirst()
                                .map(sample -> sample.detail() + " at " + sample.at())
                                .orElse("before this run")));
        return load;
    }

    private Future<Void> hurt() {
        hurtAt = world.recorder().clock().instant();
        measuring = true;
        measure();
        if (scenario.fault().isPresent()) {
            Fault fault = scenario.fault().get();
            tell(Scenario.REGION + ": " + fault + " (" + HURT.toSeconds() + " s)");
            return world.region(Scenario.REGION).faults().inject(fault).mapEmpty();
        }
        tell(Scenario.REGION + " is evacuated at emergency pace (" + HURT.toSeconds() + " s)");
        EvacuationRequest request =
                new EvacuationRequest(Scenario.REGION, "a drill", AUTHOR, Pace.EMERGENCY, null, null);
        return client.post("/v1/evacuations", request, EvacuationView.class).mapEmpty();
    }

    private Future<Void> kill() {
        if (scenario != Scenario.LEADER_KILL) {
            return pause(HURT);
        }
        return pause(UNTIL_LEADER_KILL)
                .compose(middle -> leader(0))
                .compose(this::cutOff)
                .compose(cut -> pause(HURT.minus(UNTIL_LEADER_KILL)));
    }

    private Future<Integer> leader(int index) {
        return client.get(world.controllerUrls().get(index), "/v1/status", StatusView.class)
                .compose(status -> status.leading()
                        ? Future.succeededFuture(index)
                        : index + 1 < DemoShape.CONTROLLERS
                                ? leader(index + 1)
                                : Future.failedFuture(new IllegalStateException("no controller leads")));
    }

    private Future<Void> cutOff(int index) {
        tell("the leader, " + DemoShape.controller(index) + ", is cut off from ZooKeeper and from the agents");
        cutAt = world.recorder().clock().instant();
        return world.zooKeeperLink(index).cut(Cut.SILENT).compose(cut -> world.controllerLink(index)
                .cut(Cut.RESET));
    }

    private Future<Void> heal() {
        tell("it heals; users return by the ramp (" + RECOVERY_AT_MOST.toSeconds() + " s at most)");
        Future<Void> links = Future.succeededFuture();
        for (int i = 0; i < DemoShape.CONTROLLERS; i++) {
            int index = i;
            links = links.compose(done -> world.zooKeeperLink(index).heal())
                    .compose(done -> world.controllerLink(index).heal());
        }
        return scenario.fault().isPresent()
                ? links.compose(done -> world.region(Scenario.REGION).faults().heal())
                        .mapEmpty()
                : links.compose(done -> client.get("/v1/evacuations", Orders.class))
                        .compose(orders -> client.post(
                                "/v1/evacuations/"
                                        + orders.items().get(0).evacuation().id() + "/restore",
                                new RestoreRequest(AUTHOR),
                                EvacuationView.class))
                        .mapEmpty();
    }

    private record Orders(List<EvacuationView> items) {}

    private Future<Void> recovered(Instant deadline) {
        return pause(LOOK_EVERY)
                .compose(paused -> publications())
                .compose(publications -> history(publications).restored().isPresent()
                                || world.recorder().clock().instant().isAfter(deadline)
                        ? Future.succeededFuture()
                        : recovered(deadline));
    }

    private void measure() {
        if (!measuring) {
            return;
        }
        world.regions().forEach((region, homepage) -> homepage.load()
                .onSuccess(load -> measured.merge(region, load.utilization(), Math::max)));
        vertx.setTimer(LOOK_EVERY.toMillis(), fired -> measure());
    }

    /** Every publication that is kept, oldest first. */
    private Future<List<PublicationView>> publications() {
        return client.get("/v1/routing-policies/current", PublicationView.class)
                .compose(current -> before(current, new ArrayList<>(List.of(current))));
    }

    private Future<List<PublicationView>> before(PublicationView newer, List<PublicationView> found) {
        long revision = newer.id().revision() - 1;
        boolean enough = revision < 1 || newer.publishedAt().isBefore(hurtAt);
        return enough
                ? Future.succeededFuture(found)
                : client.get("/v1/routing-policies/" + revision, PublicationView.class)
                        .compose(older -> {
                            found.add(0, older);
                            return before(older, found);
                        });
    }

    private History history(List<PublicationView> publications) {
        return new History(
                Scenario.REGION, hurtAt, publications, world.recorder().happenings());
    }

    private ScenarioReport report(LoadSnapshot load, List<PublicationView> publications) {
        measuring = false;
        measured.remove(Scenario.REGION);
        History history = history(publications);
        ScenarioReport.Timeline timeline = new ScenarioReport.Timeline(
                history.firstRetry().orElse(null),
                history.firstContingency().orElse(null),
                scenario.promise().contingency() == null
                        ? null
                        : history.allContingency().orElse(null),
                scenario.fault().isPresent() ? history.published().orElse(null) : null,
                history.published().orElse(null),
                history.answerApplied().orElse(null),
                history.emptied().orElse(null),
                history.restored().orElse(null),
                cutAt.equals(Instant.MAX) ? null : history.nextLeader(cutAt).orElse(null));
        ScenarioReport report = new ScenarioReport(
                scenario.id(),
                world.edges().size(),
                new ScenarioReport.Requests(
                        load.total(),
                        load.failed(),
                        load.retried(),
                        load.shed(),
                        load.latencies().p99Millis()),
                timeline,
                PlannedPeaks.of(publications, Scenario.REGION, world.shape()),
                measured,
                history.since().size(),
                publications.get(publications.size() - 1).id().epoch(),
                List.of());
        return new Expectations(scenario, world.shape()).check(report, history);
    }

    private Future<Void> pause(Duration time) {
        return vertx.timer(time.toMillis(), TimeUnit.MILLISECONDS).mapEmpty();
    }

    private void tell(String what) {
        progress.accept(what);
    }
}

package dev.drover.controller.rest.vertx;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.OrderId;
import dev.drover.api.problem.ProblemException;
import dev.drover.api.problem.ProblemType;
import dev.drover.api.rest.EvacuationRequest;
import dev.drover.api.rest.EvacuationView;
import dev.drover.api.rest.RestoreRequest;
import dev.drover.controller.rest.Desk;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The REST interface: which path asks the desk for what. */
final class RestApi {

    private static final String EVACUATIONS = "/v1/evacuations";

    private final Desk desk;

    RestApi(Desk desk) {
        this.desk = desk;
    }

    void addTo(Routes routes) {
        routes.get("/v1/status", request -> Answer.of(desk.status()).now())
                .get("/v1/regions", request -> Answer.page(desk.regions()).now())
                .get("/v1/regions/:id", this::region)
                .get("/v1/edges", request -> Answer.page(desk.edges()).now())
                .get("/v1/edges/:id", this::edge)
                .get("/v1/agents", request -> Answer.page(desk.agents()).now())
                .get("/v1/contingencies", request -> contingencies())
                .get("/v1/routing-policies/current", request -> current())
                .get("/v1/routing-policies/:revision", this::publication)
                .getAndPost(
                        EVACUATIONS, request -> Answer.page(desk.evacuations()).now(), this::evacuate)
                .get(EVACUATIONS + "/:id", this::evacuation)
                .post(EVACUATIONS + "/:id/restore", this::restore);
    }

    private Future<Answer> region(RoutingContext request) {
        RegionId id = PathParameters.read(request, "id", RegionId::of);
        return found(
                desk.regions().stream().filter(region -> region.id().equals(id)).findFirst(), "region", id);
    }

    private Future<Answer> edge(RoutingContext request) {
        EdgeId id = PathParameters.read(request, "id", EdgeId::of);
        return found(desk.edges().stream().filter(edge -> edge.id().equals(id)).findFirst(), "edge", id);
    }

    private Future<Answer> contingencies() {
        return desk.contingencies().map(RestApi::published);
    }

    private Future<Answer> current() {
        return published(desk.current()).now();
    }

    private static Answer published(Optional<?> view) {
        return view.map(Answer::of)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "no routing policy is published yet"));
    }

    private Future<Answer> publication(RoutingContext request) {
        long revision = PathParameters.read(request, "revision", PathParameters::revision);
        return desk.publication(revision).compose(publication -> found(publication, "revision", revision));
    }

    private Future<Answer> evacuation(RoutingContext request) {
        OrderId id = PathParameters.read(request, "id", OrderId::of);
        return found(desk.evacuation(id), "evacuation", id);
    }

    private Future<Answer> evacuate(RoutingContext request) {
        return JsonBody.read(request.request(), EvacuationRequest.class)
                .compose(wanted -> desk.evacuate(wanted).map(view -> evacuated(wanted, view)));
    }

    private static Answer evacuated(EvacuationRequest wanted, EvacuationView view) {
        Boolean dryRun = wanted.dryRun();
        return dryRun != null && dryRun
                ? Answer.of(view)
                : Answer.created(view, EVACUATIONS + "/" + view.evacuation().id());
    }

    private Future<Answer> restore(RoutingContext request) {
        OrderId id = PathParameters.read(request, "id", OrderId::of);
        return JsonBody.read(request.request(), RestoreRequest.class)
                .compose(wanted -> desk.restore(id, wanted))
                .map(Answer::of);
    }

    private static Future<Answer> found(Optional<?> view, String kind, Object id) {
        return view.map(Answer::of)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "no " + kind + " " + id))
                .now();
    }
}

package dev.drover.simulation.ensemble;

import dev.drover.api.fleet.ServiceId;
import dev.drover.api.order.Orders;
import dev.drover.controller.store.Fence;
import dev.drover.controller.store.Publication;
import dev.drover.controller.store.SteeringStore;
import dev.drover.controller.store.StoreContents;
import dev.drover.controller.store.StoreException;
import dev.drover.decision.Decision;
import dev.drover.simulation.history.Fact;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The store as one boot of a controller reaches it: over a connection that has all the faults of a real one. */
public final class SimulatedStore implements SteeringStore {

    private final StoreConnection connection;
    private final Supplier<Optional<Decision>> decision;

    /**
     * A store over that connection.
     *
     * @param decision what the controller decided last: told to the witnesses with what it publishes
     */
    public SimulatedStore(StoreConnection connection, Supplier<Optional<Decision>> decision) {
        this.connection = connection;
        this.decision = decision;
    }

    @Override
    public void listen(Listener listener) {
        connection.watch(listener::onConnection);
        connection.onChange(listener::onChange);
        listener.onConnection(connection.state());
    }

    @Override
    public Future<StoreContents> read(ServiceId service) {
        return connection.call(store -> store.read(service));
    }

    @Override
    public Future<Optional<Publication>> readPublication(ServiceId service, long revision) {
        return connection.call(store -> store.readPublication(service, revision));
    }

    @Override
    public Future<Fence> takeEpoch(String controller) {
        return connection.call(store ->
                store.takeEpoch(controller).onSuccess(fence -> tell(new Fact.EpochTaken(connection.writer(), fence))));
    }

    @Override
    public Future<Integer> publish(Fence fence, int pointerVersion, Publication publication) {
        boolean[] done = {false};
        return connection
                .call(store -> published(store, fence, pointerVersion, publication, done))
                .onFailure(failure -> unanswered(failure, publication, done[0]));
    }

    private Future<Integer> published(
            SteeringStore store, Fence fence, int pointerVersion, Publication publication, boolean[] done) {
        boolean known = isInForce(publication);
        Boolean before = connection.ensemble().forgetUnanswered(publication.publicationId());
        Future<Integer> answer = store.publish(fence, pointerVersion, publication);
        if (before != null) {
            tell(new Fact.Repeated(connection.writer(), publication.policy().id(), known));
        }
        if (answer.succeeded()) {
            done[0] = true;
            if (!known) {
                tell(new Fact.Published(
                        connection.writer(),
                        fence,
                        publication,
                        decision.get(),
                        connection.ensemble().contents().orders().value()));
            }
        } else if (isKind(answer.cause(), StoreException.Kind.FENCED)) {
            tell(new Fact.Fenced(connection.writer(), publication.policy().id()));
        }
        return answer;
    }

    private boolean isInForce(Publication publication) {
        return connection
                .ensemble()
                .contents()
                .current()
                .filter(current -> current.value().publicationId().equals(publication.publicationId()))
                .isPresent();
    }

    private void unanswered(Throwable failure, Publication publication, boolean done) {
        if (isKind(failure, StoreException.Kind.UNAVAILABLE)) {
            connection.ensemble().unanswered(publication.publicationId(), done);
        }
    }

    private static boolean isKind(Throwable failure, StoreException.Kind kind) {
        return failure instanceof StoreException refusal && refusal.kind() == kind;
    }

    @Override
    public Future<Integer> replaceOrders(int version, Orders orders) {
        return connection.call(store -> {
            Orders before = connection.ensemble().contents().orders().value();
            return store.replaceOrders(version, orders)
                    .onSuccess(replaced -> tell(new Fact.OrdersReplaced(before, orders)));
        });
    }

    @Override
    public Future<Integer> replaceSteeringPolicy(ServiceId service, int version, String policy) {
        return connection.call(store -> store.replaceSteeringPolicy(service, version, policy));
    }

    @Override
    public Future<Integer> clean(Fence fence, ServiceId service, Instant now) {
        Ensemble ensemble = connection.ensemble();
        return connection.call(store -> store.clean(fence, service, now)
                .onSuccess(forgotten -> tell(new Fact.Cleaned(connection.writer(), ensemble::holds))));
    }

    @Override
    public Future<Void> close() {
        connection.close();
        return Future.succeededFuture();
    }

    private void tell(Fact fact) {
        connection.history().tell(fact);
    }
}

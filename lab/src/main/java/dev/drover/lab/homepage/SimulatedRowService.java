package dev.drover.lab.homepage;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** A row service on the other side of a network that is not there: a row from the catalogue, some milliseconds later. */
final class SimulatedRowService implements RowService {

    private final Vertx vertx;
    private final Catalogue catalogue;
    private final RowKind kind;
    private final SplittableRandom latency;

    SimulatedRowService(Vertx vertx, Catalogue catalogue, RowKind kind, SplittableRandom latency) {
        this.vertx = vertx;
        this.catalogue = catalogue;
        this.kind = kind;
        this.latency = latency;
    }

    @Override
    public String row() {
        return kind.row();
    }

    @Override
    public Future<Row> rowFor(Viewer viewer) {
        return vertx.timer(kind.latencyMillis(latency), TimeUnit.MILLISECONDS)
                .map(elapsed -> new Row(kind.row(), false, kind.pick(catalogue, viewer)));
    }
}

package dev.drover.lab.homepage;

import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Builds a page out of what the row services say. A service that is slow or fails costs the page its row, which
 * becomes the one of everybody, and never the page.
 */
final class PageBuilder {

    /** How long a page waits for a row: several times what the slowest service takes on a bad day. */
    static final long ROW_TIMEOUT_MILLIS = 60;

    private final Catalogue catalogue;
    private final List<RowService> services;

    PageBuilder(Catalogue catalogue, List<RowService> services) {
        this.catalogue = catalogue;
        this.services = List.copyOf(services);
    }

    /** The page of that user; never fails. */
    Future<Page> build(Viewer viewer) {
        List<Future<Row>> rows =
                services.stream().map(service -> rowOf(service, viewer)).toList();
        return Future.all(rows).map(all -> new Page(all.list()));
    }

    private Future<Row> rowOf(RowService service, Viewer viewer) {
        return ask(service, viewer)
                .timeout(ROW_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .otherwise(failure -> fallback(service.row()));
    }

    /** Composing would do the same, but lose the event loop on which the row is to come. */
    private static Future<Row> ask(RowService service, Viewer viewer) {
        try {
            return service.rowFor(viewer);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private Row fallback(String row) {
        return new Row(row, true, catalogue.popular().subList(0, RowKind.TITLES));
    }
}

package dev.drover.lab.homepage;

import io.vertx.core.Future;

/** One of the services that a homepage is made of; may be slow, and may fail. */
interface RowService {

    /** Which row it makes. */
    String row();

    /** The row of that user. Called on the homepage's event loop, where the future must complete too. */
    Future<Row> rowFor(Viewer viewer);
}

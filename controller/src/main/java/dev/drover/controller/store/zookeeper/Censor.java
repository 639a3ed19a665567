package dev.drover.controller.store.zookeeper;

import dev.drover.controller.store.zookeeper.Census.Named;
import dev.drover.controller.store.zookeeper.ZooKeeperCalls.Node;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the census. Confined to the store's thread. */
final class Censor {

    private static final int MAX_KNOWN = 2_000;

    private final ZooKeeperPaths paths;
    private final ZooKeeperCalls calls;
    /* Publications never change, so each is read once in a leadership. */
    private final Map<String, Named> known = new HashMap<>();

    Censor(ZooKeeperPaths paths, ZooKeeperCalls calls) {
        this.paths = paths;
        this.calls = calls;
    }

    void forget() {
        known.clear();
    }

    Future<Census> count() {
        if (known.size() > MAX_KNOWN) {
            known.clear();
        }
        Future<List<Named>> publications = under(paths.publications())
                .compose(parents -> Groups.each(parents, this::under))
                .compose(nodes ->
                        Groups.each(nodes.stream().flatMap(List::stream).toList(), this::named))
                .map(found -> found.stream().flatMap(Optional::stream).toList());
        Future<List<Optional<Named>>> pointers =
                under(paths.routing()).compose(nodes -> Groups.each(nodes, this::read));
        return Future.all(publications, pointers)
                .map(all -> new Census(
                        publications.result(),
                        new HashSet<>(pointers.result().stream()
                                .flatMap(Optional::stream)
                                .map(Named::publicationId)
                                .toList())));
    }

    /** The paths of a node's children, in order. */
    private Future<List<String>> under(String path) {
        return calls.children(path)
                .map(names ->
                        names.stream().sorted().map(name -> path + "/" + name).toList());
    }

    private Future<Optional<Named>> named(String path) {
        Named already = known.get(path);
        return already != null
                ? Future.succeededFuture(Optional.of(already))
                : read(path).onSuccess(found -> found.ifPresent(named -> known.put(path, named)));
    }

    private Future<Optional<Named>> read(String path) {
        return calls.read(path).map(found -> found.map(node -> named(path, node)));
    }

    private static Named named(String path, Node node) {
        Stored.Pointer pointer = Stored.read(path, node.contents(), Stored.Pointer.class);
        return new Named(path, pointer.publicationId(), pointer.publishedAt(), pointer.plans());
    }
}

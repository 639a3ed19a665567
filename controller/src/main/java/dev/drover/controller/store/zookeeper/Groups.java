package dev.drover.controller.store.zookeeper;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Many calls, a few at a time, so that a large fleet does not flood the connection. */
final class Groups {

    private static final int AT_A_TIME = 16;

    private Groups() {}

    /** Makes a call for each item; the answers come in the order of the items. Fails with the first that fails. */
    static <A, B> Future<List<B>> each(List<A> items, Function<A, Future<B>> call) {
        Future<List<B>> answers = Future.succeededFuture(new ArrayList<>(items.size()));
        for (int first = 0; first < items.size(); first += AT_A_TIME) {
            List<A> group = items.subList(first, Math.min(first + AT_A_TIME, items.size()));
            answers = answers.compose(before -> together(group, call).map(more -> joined(before, more)));
        }
        return answers;
    }

    private static <A, B> Future<List<B>> together(List<A> group, Function<A, Future<B>> call) {
        return Future.all(group.stream().map(call).toList()).map(all -> all.<B>list());
    }

    private static <B> List<B> joined(List<B> before, List<B> more) {
        before.addAll(more);
        return before;
    }
}

package dev.drover.simulation.invariant;

import dev.drover.api.fleet.ClusterId;
import dev.drover.api.routing.PolicyId;
import dev.drover.simulation.history.Fact;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** I2: an epoch has one writer, and a revision one content. */
final class SingleWriter implements Invariant {

    private final SortedMap<String, String> writers = new TreeMap<>();
    private final SortedMap<String, String> contents = new TreeMap<>();
    private final SortedMap<ClusterId, PolicyId> newest = new TreeMap<>(Comparator.comparing(ClusterId::toString));

    private long highestEpoch;

    @Override
    public String id() {
        return "I2";
    }

    @Override
    public String promise() {
        return "an epoch has one writer, a revision one content, and nobody publishes once a later epoch is taken";
    }

    @Override
    public void saw(Fact fact, long nanos, Consumer<String> broken) {
        if (fact instanceof Fact.StoreReplaced) {
            newest.clear();
            highestEpoch = 0;
        } else if (fact instanceof Fact.EpochTaken taken) {
            highestEpoch = taken.fence().epoch();
        } else if (fact instanceof Fact.Published published) {
            PolicyId id = published.publication().policy().id();
            if (id.epoch() < highestEpoch) {
                broken.accept(
                        id + " was published by " + published.writer() + " after epoch " + highestEpoch + " was taken");
            }
            String epoch = id.cluster() + "/" + id.epoch();
            String writer = writers.putIfAbsent(epoch, published.writer());
            if (writer != null && !writer.equals(published.writer())) {
                broken.accept(
                        id + " was published by " + published.writer() + ", but " + writer + " wrote in that epoch");
            }
            String revision = id.cluster() + "/" + id.revision();
            String content =
                    contents.putIfAbsent(revision, published.publication().publicationId());
            if (content != null) {
                broken.accept(
                        id + " was published as " + published.publication().publicationId() + " and as " + content);
            }
            PolicyId before = newest.put(id.cluster(), id);
            if (before != null && !id.isNewerThan(before)) {
                broken.accept(id + " was published after " + before);
            }
        }
    }
}

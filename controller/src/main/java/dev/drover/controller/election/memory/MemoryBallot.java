package dev.drover.controller.election.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The line of candidates that the controllers of one process share; the first in line is elected.
 *
 * <p>Safe for use by several threads; who is elected depends on the order of the calls alone.
 */
public final class MemoryBallot {

    private final List<InMemoryElection> line = new ArrayList<>();

    synchronized void enter(InMemoryElection candidate) {
        if (!line.contains(candidate)) {
            line.add(candidate);
            if (line.get(0) == candidate) {
                candidate.elected();
            }
        }
    }

    synchronized void withdraw(InMemoryElection candidate) {
        boolean wasFirst = isFirst(candidate);
        line.remove(candidate);
        if (wasFirst) {
            first().ifPresent(InMemoryElection::elected);
        }
    }

    synchronized boolean isFirst(InMemoryElection candidate) {
        return first().filter(candidate::equals).isPresent();
    }

    private Optional<InMemoryElection> first() {
        return line.stream().findFirst();
    }
}

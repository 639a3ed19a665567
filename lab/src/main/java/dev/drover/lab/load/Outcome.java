package dev.drover.lab.load;

/** What became of a request. */
sealed interface Outcome {

    /**
     * A page.
     *
     * @param region who made it; empty if nobody said
     * @param marks what the edge said of it
     */
    record Served(String region, Marks marks) implements Outcome {}

    /**
     * No page.
     *
     * @param kind in what way
     * @param detail what was seen, for a person
     */
    record Failed(FailureKind kind, String detail) implements Outcome {}

    /**
     * What an edge says of an answer.
     *
     * @param shed whether it is the static homepage of the edge
     * @param retried whether it took a second try
     */
    record Marks(boolean shed, boolean retried) {}
}

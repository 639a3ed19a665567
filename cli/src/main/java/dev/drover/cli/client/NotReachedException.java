package dev.drover.cli.client;

import java.util.List;

/** No controller gave an answer that can be used: what was tried, and what came of it. */
public final class NotReachedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    NotReachedException(List<String> lines) {
        super(String.join("; ", lines));
        this.lines = List.copyOf(lines);
    }

    /** What to tell a person, on lines. */
    public List<String> lines() {
        return lines;
    }
}

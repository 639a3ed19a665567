package dev.drover.simulation.rehearsal.record;

import java.util.ArrayList;
import java.util.List;

/** What happened, in lines for people. */
public final class Story {

    /** What is more than a person reads. */
    public static final int MOST_LINES = 400;

    private final List<Line> lines = new ArrayList<>();
    private int untold;

    /**
     * One thing that happened.
     *
     * @param nanos when, since the scenario's beginning
     * @param text in words
     */
    public record Line(long nanos, String text) {}

    /** It happened; before the beginning it is left out, beyond {@link #MOST_LINES} it is only counted. */
    public void tell(long nanos, String text) {
        if (nanos < 0) {
            return;
        }
        if (lines.size() < MOST_LINES) {
            lines.add(new Line(nanos, text));
        } else {
            untold++;
        }
    }

    /** In the order in which it happened. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** How much more happened. */
    public int untold() {
        return untold;
    }
}

package dev.drover.simulation.history;

import dev.drover.simulation.engine.VirtualTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What has happened: told to the witnesses at once, the newest lines kept for the story of a failure.
 *
 * <p>The first violation counts; what comes after it is its consequence.
 */
public final class History {

    /** How many of the newest lines are told with a violation. */
    public static final int LAST_LINES = 50;

    private static final double NANOS_PER_SECOND = 1e9;

    private final VirtualTime time;
    private final Consumer<String> trace;
    private final List<Witness> witnesses = new ArrayList<>();
    private final Deque<Entry> last = new ArrayDeque<>();
    private Optional<Violation> violation = Optional.empty();
    private boolean traced;

    private record Entry(long nanos, Fact fact) {
        String line() {
            return clock(nanos) + "  " + fact.line();
        }
    }

    /** A history that nobody reads as it happens. */
    public History(VirtualTime time) {
        this(time, line -> {});
        traced = false;
    }

    /** A history of which every line is told as it happens. */
    public History(VirtualTime time, Consumer<String> trace) {
        this.time = time;
        this.trace = trace;
        this.traced = true;
    }

    /** Sees everything from now on. */
    public void add(Witness witness) {
        witnesses.add(witness);
    }

    /** It happened now. */
    public void tell(Fact fact) {
        long now = time.nanos();
        if (isShown(fact)) {
            Entry entry = new Entry(now, fact);
            last.addLast(entry);
            if (last.size() > LAST_LINES) {
                last.removeFirst();
            }
            if (traced) {
                trace.accept(entry.line());
            }
        }
        for (Witness witness : witnesses) {
            witness.saw(fact, now);
        }
    }

    private static boolean isShown(Fact fact) {
        return !(fact instanceof Fact.Heard
                || fact instanceof Fact.Reported
                || fact instanceof Fact.RegionFailed
                || fact instanceof Fact.SecondPassed
                || fact instanceof Fact.Cleaned);
    }

    /** A promise was broken now. */
    public void violated(String invariant, String what) {
        if (violation.isEmpty()) {
            Violation broken = new Violation(invariant, time.nanos(), what);
            violation = Optional.of(broken);
            if (traced) {
                trace.accept(clock(time.nanos()) + "  ** VIOLATED " + invariant + ": " + what);
            }
        }
    }

    /** The first broken promise, if there is one. */
    public Optional<Violation> violation() {
        return violation;
    }

    /** The newest lines, oldest first. */
    public List<String> lastLines() {
        return last.stream().map(Entry::line).toList();
    }

    /** A time as {@code   83.250 s}. */
    public static String clock(long nanos) {
        return String.format(Locale.ROOT, "%8.3f s", nanos / NANOS_PER_SECOND);
    }
}

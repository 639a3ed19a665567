package dev.drover.simulation.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A process: it boots, crashes, stands still and goes on; its clocks may be wrong.
 *
 * <p>What was begun before a crash never happens after it. While it stands still nothing happens; when it goes on, its
 * timers come first and what arrived meanwhile after them, as on a real machine.
 */
public final class Node {

    /** When every run begins, by a clock that is right. */
    public static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    /** Sockets hold only so much; what is beyond is lost with the connection. */
    private static final int MOST_ARRIVALS = 50_000;

    private static final long READ_AFTER_NANOS = 2_000_000;

    private final VirtualTime time;
    private final String name;
    private final Deque<Runnable> dueTimers = new ArrayDeque<>();
    private final Deque<Runnable> arrivals = new ArrayDeque<>();
    private int boot;
    private boolean up;
    private boolean paused;
    private long clockErrorNanos;
    private long wallAtBootNanos;
    private long bootedNanos;

    /** A machine that is off. */
    public Node(VirtualTime time, String name) {
        this.time = time;
        this.name = name;
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** How often it has booted. */
    public int boot() {
        return boot;
    }

    /** Whether it is on, standing still or not. */
    public boolean isUp() {
        return up;
    }

    /** Whether it stands still. */
    public boolean isPaused() {
        return paused;
    }

    /** Turns it on. */
    public void start() {
        boot++;
        up = true;
        bootedNanos = time.nanos();
        wallAtBootNanos = time.nanos() + clockErrorNanos;
    }

    /** Turns it off without a word. */
    public void crash() {
        up = false;
        paused = false;
        dueTimers.clear();
        arrivals.clear();
    }

    /** Stops it as SIGSTOP does. */
    public void pause() {
        paused = up;
    }

    /** Goes on, as if nothing had been. */
    public void resume() {
        if (!paused) {
            return;
        }
        paused = false;
        int before = boot;
        for (Runnable timer = dueTimers.poll(); timer != null; timer = dueTimers.poll()) {
            timer.run();
        }
        time.after(READ_AFTER_NANOS, () -> {
            while (up && !paused && boot == before && !arrivals.isEmpty()) {
                arrivals.remove().run();
            }
        });
    }

    /** Runs the task after that time, unless the process ends before. */
    public void after(Duration delay, Runnable task) {
        afterNanos(delay.toNanos(), task);
    }

    /** As {@link #after}, in ns. */
    public void afterNanos(long delayNanos, Runnable task) {
        int asked = boot;
        time.after(delayNanos, () -> timer(asked, task));
    }

    private void timer(int asked, Runnable task) {
        if (!up || boot != asked) {
            return;
        }
        if (paused) {
            dueTimers.add(() -> timer(asked, task));
        } else {
            task.run();
        }
    }

    /** Something arrives from outside for that boot. */
    public void arrive(int forBoot, Runnable task) {
        if (!up || boot != forBoot) {
            return;
        }
        if (!paused && arrivals.isEmpty()) {
            task.run();
        } else if (arrivals.size() < MOST_ARRIVALS) {
            arrivals.add(task);
        }
    }

    /** Its monotonic clock, in ns. */
    public long nanos() {
        return time.nanos();
    }

    /** Its wall clock. */
    public Instant wall() {
        return START.plusNanos(time.nanos() + clockErrorNanos);
    }

    /** The wall clock as it was at the boot, carried on by the monotonic one. */
    public Instant steady() {
        return START.plusNanos(wallAtBootNanos + time.nanos() - bootedNanos);
    }

    /** Sets its wall clock wrong by that much. */
    public void setClock(Duration error) {
        clockErrorNanos = error.toNanos();
    }
}

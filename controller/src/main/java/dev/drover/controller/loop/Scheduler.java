package dev.drover.controller.loop;

import java.time.Duration;

/** Runs something later, on the controller's context. */
@FunctionalInterface
public interface Scheduler {

    /** Runs the task once after that time, unless the controller is stopped before. */
    void after(Duration delay, Runnable task);
}

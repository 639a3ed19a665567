package dev.drover.cli.operator;

import dev.drover.api.order.OrderId;
import dev.drover.api.rest.EvacuationState;
import dev.drover.api.rest.EvacuationView;
import dev.drover.cli.client.Controllers;
import dev.drover.cli.client.NotReachedException;
import dev.drover.cli.client.RefusedException;
import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.text.Ages;
import dev.drover.cli.text.Figures;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Watches an evacuation until it has converged. */
final class Convergence {

    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final int UNAVAILABLE = 503;

    private final Terminal terminal;
    private final Controllers controllers;
    private String shown = "";

    Convergence(Terminal terminal, Controllers controllers) {
        this.terminal = terminal;
        this.controllers = controllers;
    }

    /** How far it is, in a sentence. */
    static String sentence(EvacuationView view) {
        return view.state() + ": " + view.agentsDone() + " of " + Figures.count(view.agentsLive(), "agent") + " done, "
                + Figures.count(view.slotsLeft(), "slot") + " left.";
    }

    /**
     * Asks again and again, through times without a controller too.
     *
     * @param first what is known already
     * @return how far it is once it has converged or ended, or the time is over
     */
    EvacuationView await(EvacuationView first, Duration timeout) {
        long startNanos = System.nanoTime();
        EvacuationView view = first;
        Duration passed = Duration.ZERO;
        show(view, passed);
        while (!isOver(view) && passed.compareTo(timeout) < 0) {
            LockSupport.parkNanos(INTERVAL.toNanos());
            view = next(view);
            passed = Duration.ofNanos(System.nanoTime() - startNanos);
            show(view, passed);
        }
        if (terminal.isInteractive()) {
            terminal.overwrite("");
        }
        return view;
    }

    private static boolean isOver(EvacuationView view) {
        return view.state() == EvacuationState.CONVERGED || view.state() == EvacuationState.ENDED;
    }

    private EvacuationView next(EvacuationView before) {
        OrderId id = before.evacuation().id();
        try {
            return controllers.get(Listings.EVACUATIONS_PATH + "/" + id, EvacuationView.class);
        } catch (NotReachedException e) {
            return before;
        } catch (RefusedException e) {
            if (e.problem().status() != UNAVAILABLE) {
                throw e;
            }
            return before;
        }
    }

    private void show(EvacuationView view, Duration passed) {
        String line = sentence(view);
        if (terminal.isInteractive()) {
            terminal.overwrite(line + " " + Ages.of(passed));
        } else if (!line.equals(shown)) {
            terminal.notice(line);
        }
        shown = line;
    }
}

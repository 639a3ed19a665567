package dev.drover.simulation.fleet;

import dev.drover.api.fleet.EdgeId;
import dev.drover.simulation.engine.Dice;

/** How demand changes over time. */
@FunctionalInterface
public interface Demand {

    /** As the steering policy expects it. */
    Demand STEADY = (edge, seconds) -> 1;

    /** What the edge's expected demand is multiplied with, so many seconds after the beginning. */
    double factor(EdgeId edge, double seconds);

    /** Day and night in fast motion: 30 % more and less, each edge in a time zone of its own. */
    static Demand days(double periodSeconds, Dice dice) {
        double phase = dice.between(0.0, 1.0);
        return (edge, seconds) -> {
            double zone = phase + (edge.value().hashCode() & 7) / 8.0;
            return 1 + 0.3 * StrictMath.sin(2 * StrictMath.PI * (seconds / periodSeconds + zone));
        };
    }

    /** Another demand for a while, times that factor. */
    default Demand with(double factor, double fromSeconds, double toSeconds) {
        return (edge, seconds) -> factor(edge, seconds) * (seconds >= fromSeconds && seconds < toSeconds ? factor : 1);
    }
}

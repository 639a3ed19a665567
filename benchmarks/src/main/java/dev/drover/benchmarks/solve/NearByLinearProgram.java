package dev.drover.benchmarks.solve;

import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The solver's last goal as a linear program, for somebody else's solver: the least cost within the peak.
 *
 * <p>It is given the peak, which Drover's solver has to find, and makes neither whole slots nor contingencies. Shares
 * are its variables, so that numbers stay near 1.
 */
final class NearByLinearProgram {

    private final TightFleet fleet;
    private final double totalRps;

    NearByLinearProgram(TightFleet fleet) {
        this.fleet = fleet;
        double sum = 0;
        for (double rps : fleet.demandRps) {
            sum += rps;
        }
        totalRps = sum;
    }

    /** The least sum of requests/s times ms, moves included. */
    double leastCost() {
        int regions = fleet.capacityRps.length;
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Expression[] load = new Expression[regions];
        for (int region = 0; region < regions; region++) {
            load[region] = model.addExpression().upper(TightFleet.PEAK);
        }
        for (int edge = 0; edge < fleet.demandRps.length; edge++) {
            Expression all = model.addExpression().level(1);
            for (int region = 0; region < regions; region++) {
                Variable share = model.addVariable("share-" + edge + "-" + region)
                        .lower(0)
                        .weight(costMs(edge, region) * fleet.demandRps[edge] / totalRps);
                all.set(share, 1);
                load[region].set(share, fleet.demandRps[edge] / fleet.capacityRps[region]);
            }
        }
        Optimisation.Result result = model.minimise();
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("linear program: " + result.getState() + " (expected: optimal)");
        }
        return result.getValue() * totalRps;
    }

    private double costMs(int edge, int region) {
        boolean moves = fleet.before[edge] != TightFleet.NOWHERE && fleet.before[edge] != region;
        return fleet.latencyMs[edge][region] + (moves ? TightFleet.MOVE_COST_MS : 0);
    }
}

package dev.drover.decision.solve;

import dev.drover.api.slot.Slots;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** The goals as linear programs, solved by somebody else's solver. Shares are its variables, so that numbers stay near 1. */
final class LinearProgram {

    private final SteeringProblem problem;
    private final int regions;
    private final int edges;
    private final double total;

    LinearProgram(SteeringProblem problem) {
        this.problem = problem;
        regions = problem.regions().size();
        edges = problem.edges().size();
        total = Math.max(problem.totalDemandRps(), Double.MIN_NORMAL);
    }

    /** The most that can be served at all, in requests/s. */
    double mostServedRps() {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] share = shares(model);
        for (int edge = 0; edge < edges; edge++) {
            Expression sum = model.addExpression().upper(1);
            for (int region = 0; region < regions; region++) {
                sum.set(share[edge * regions + region], 1);
                share[edge * regions + region].weight(problem.demandRps[edge] / total);
            }
        }
        limitLoads(model, share, problem.utilization().max());
        return solved(model.maximise()) * total;
    }

    /** The largest share that every edge with demand and an open region can have at once, at most 1. */
    double largestShareForAll() {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] share = shares(model);
        Variable least = model.addVariable("least").lower(0).upper(1).weight(1);
        for (int edge = 0; edge < edges; edge++) {
            Expression sum = model.addExpression().lower(0);
            for (int region = 0; region < regions; region++) {
                sum.set(share[edge * regions + region], 1);
            }
            if (problem.demandRps[edge] > 0 && isPlaced(edge)) {
                sum.set(least, -1);
            }
        }
        limitLoads(model, share, problem.utilization().max());
        return solved(model.maximise());
    }

    /** The lowest peak at which those shares can be served. */
    double lowestPeak(double[] served) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] share = shares(model);
        Variable peak = model.addVariable("peak").lower(0).weight(1);
        serve(model, share, served);
        for (int region = 0; region < regions; region++) {
            Expression load = load(model, share, region);
            load.set(peak, -1).upper(0);
        }
        return solved(model.minimise());
    }

    /** The least latency and moves at which those shares can be served within that peak, in requests/s x ms. */
    double leastCost(double[] served, double peak) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] share = shares(model);
        serve(model, share, served);
        limitLoads(model, share, peak);
        for (int edge = 0; edge < edges; edge++) {
            for (int region = 0; region < regions; region++) {
                int place = edge * regions + region;
                if (isOpen(edge, region)) {
                    share[place].weight(problem.latencyMs[place] * problem.demandRps[edge] / total);
                }
                if (problem.hasPrevious(edge)) {
                    double before = problem.previous[edge * (regions + 1) + region] / (double) Slots.COUNT;
                    Variable moved = model.addVariable("moved" + place)
                            .lower(0)
                            .weight(problem.moveCostMs() * problem.demandRps[edge] / total);
                    model.addExpression().set(moved, 1).set(share[place], -1).lower(-before);
                }
            }
        }
        return solved(model.minimise()) * total;
    }

    private Variable[] shares(ExpressionsBasedModel model) {
        Variable[] share = new Variable[edges * regions];
        for (int place = 0; place < share.length; place++) {
            boolean open = isOpen(place / regions, place % regions);
            share[place] = model.addVariable("share" + place).lower(0).upper(open ? 1 : 0);
        }
        return share;
    }

    private void serve(ExpressionsBasedModel model, Variable[] share, double[] served) {
        for (int edge = 0; edge < edges; edge++) {
            Expression sum = model.addExpression().level(served[edge]);
            for (int region = 0; region < regions; region++) {
                sum.set(share[edge * regions + region], 1);
            }
        }
    }

    private void limitLoads(ExpressionsBasedModel model, Variable[] share, double utilization) {
        for (int region = 0; region < regions; region++) {
            load(model, share, region).upper(utilization);
        }
    }

    private Expression load(ExpressionsBasedModel model, Variable[] share, int region) {
        Expression load = model.addExpression();
        for (int edge = 0; edge < edges; edge++) {
            if (isOpen(edge, region)) {
                load.set(share[edge * regions + region], problem.demandRps[edge] / problem.capacityRps[region]);
            }
        }
        return load;
    }

    private boolean isPlaced(int edge) {
        for (int region = 0; region < regions; region++) {
            if (isOpen(edge, region)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOpen(int edge, int region) {
        return problem.allows(edge, region) && problem.capacityRps[region] > 0;
    }

    private static double solved(Optimisation.Result result) {
        return result.getState().isFeasible() ? result.getValue() : Double.NaN;
    }
}

package dev.drover.decision.solve;

import java.util.Arrays;

/** A lot given out by the three goals, exactly and in whole slots. */
final class Spread {

    final Lot lot;
    final ThreeGoals goals;
    /** How many slots each owner should get, by row and owner, shed last. */
    final double[] exact;
    /** How many it gets. */
    final int[] slots;
    /** What each region carries then, in requests/s. */
    final double[] loadRps;

    private final SteeringProblem problem;
    private final Network network;

    private Spread(Scaled scaled, Lot lot) {
        this.lot = lot;
        problem = scaled.problem();
        network = scaled.network(lot);
        goals = ThreeGoals.solve(
                network,
                scaled.headroom(
                        lot.loadRps(),
                        leastPeak(),
                        Arrays.stream(network.demand).sum()));
        exact = exact();
        loadRps = lot.loadRps().clone();
        slots = rounded();
    }

    /** Gives it out; what fits nowhere is shed. */
    static Spread of(Scaled scaled, Lot lot) {
        return new Spread(scaled, lot);
    }

    /** What regions are at anyway cannot be undercut. */
    private double leastPeak() {
        double peak = problem.utilization().target();
        for (int region = 0; region < network.regions; region++) {
            double capacity = problem.capacityRps[region];
            peak = capacity > 0 ? Math.max(peak, lot.loadRps()[region] / capacity) : peak;
        }
        return peak;
    }

    private double[] exact() {
        double[] table = new double[network.edges * problem.owners()];
        for (int row = 0; row < network.edges; row++) {
            int at = row * problem.owners();
            int count = lot.count()[row];
            double served = goals.servedShare()[row] * count;
            table[at + network.regions] = count - served;
            if (goals.served()[row] > 0) {
                goals.spread(row, served, table, at);
            } else if (served > 0) {
                keepOrGoNear(row, served, table);
            }
        }
        return table;
    }

    /** An edge without demand stays where it was as far as it may, and else goes where it is nearest. */
    private void keepOrGoNear(int row, double served, double[] table) {
        int at = row * problem.owners();
        int before = lot.edges()[row] * problem.owners();
        double left = served;
        for (int region = 0; region < network.regions && network.kept.length > 0; region++) {
            if (network.allows(row, region) && problem.hasPrevious(lot.edges()[row])) {
                double kept = Math.min(left, problem.previous[before + region]);
                table[at + region] = kept;
                left -= kept;
            }
        }
        table[at + network.nearest(row)] += left;
    }

    private int[] rounded() {
        boolean anyLeftOut = lot.without() != Lot.NONE;
        if (anyLeftOut) {
            loadRps[lot.without()] = Double.POSITIVE_INFINITY;
        }
        int[] whole = new SlotRounding(problem, loadRps, goals.peak()).round(lot.edges(), lot.count(), exact);
        if (anyLeftOut) {
            loadRps[lot.without()] = lot.loadRps()[lot.without()];
        }
        return whole;
    }
}

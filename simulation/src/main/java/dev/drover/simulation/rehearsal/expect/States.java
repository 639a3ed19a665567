package dev.drover.simulation.rehearsal.expect;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Slots;
import dev.drover.api.verdict.Verdict;
import dev.drover.simulation.rehearsal.expect.Context.Reader;
import dev.drover.simulation.rehearsal.reading.Fields;
import java.util.ArrayList;
import java.util.List;

/** How expectations of what is so at a time are read. */
final class States {

    private static final double MOST_UTILIZATION = 100;
    private static final double MOST_COUNT = 1e6;

    private States() {}

    static Expectation verdict(Fields fields, Context context) {
        List<RegionId> regions = fields.names("region", context.regions());
        if (fields.has("is") == fields.has("isNot")) {
            throw fields.fault("is", "both of is and isNot, or neither (expected: one of them)");
        }
        List<Verdict> accepted = new ArrayList<>();
        if (fields.has("is")) {
            accepted.addAll(fields.choices("is", Verdict.class));
        } else {
            accepted.addAll(List.of(Verdict.values()));
            accepted.removeAll(fields.choices("isNot", Verdict.class));
        }
        return new Timed(new VerdictState(regions, List.copyOf(accepted)), context.timing(fields));
    }

    static Reader weight(WeightState.Where where) {
        return (fields, context) -> new Timed(
                new WeightState(
                        fields.names("region", context.owners()),
                        fields.namesOrAll("edge", context.edges()),
                        Range.read(fields, Slots.COUNT),
                        where),
                context.timing(fields));
    }

    static Expectation utilization(Fields fields, Context context) {
        return new Timed(
                new UtilizationState(
                        fields.namesOrAll("region", context.regions()), Range.read(fields, MOST_UTILIZATION)),
                context.timing(fields));
    }

    static Expectation load(Fields fields, Context context) {
        return new Timed(
                new LoadState(fields.namesOrAll("region", context.regions()), Range.read(fields, MOST_UTILIZATION)),
                context.timing(fields));
    }

    static Expectation ifLost(Fields fields, Context context) {
        return new Timed(
                new LossState(
                        fields.namesOrAll("region", context.regions()),
                        fields.numberOr(
                                "utilizationAtMost",
                                0,
                                MOST_UTILIZATION,
                                context.policy().utilization().max()),
                        fields.numberOr("shedAtMost", 0, 1, 0)),
                context.timing(fields));
    }

    static Expectation home(Fields fields, Context context) {
        return new Timed(new HomeState(fields.namesOrAll("edge", context.edges())), context.timing(fields));
    }

    static Expectation converged(Fields fields, Context context) {
        return new Timed(new ConvergedState(fields.namesOrAll("edge", context.edges())), context.timing(fields));
    }

    static Expectation overlays(Fields fields, Context context) {
        List<EdgeId> edges = fields.namesOrAll("edge", context.edges());
        return new Timed(
                new OverlayState(fields.namesOrAll("region", context.regions()), edges, Range.read(fields, MOST_COUNT)),
                context.timing(fields));
    }

    static Expectation leaders(Fields fields, Context context) {
        return new Timed(new LeaderState(Range.read(fields, MOST_COUNT)), context.timing(fields));
    }

    static Reader told(ToldState.Told told) {
        return (fields, context) -> new Timed(new ToldState(fields.text("text"), told), context.timing(fields));
    }
}

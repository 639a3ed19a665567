package dev.drover.decision;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.json.Json;
import dev.drover.api.receipt.Limit;
import dev.drover.api.receipt.Receipt;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.verdict.RegionVerdict;
import dev.drover.decision.plan.Appraisal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes down what decided a publication. */
public final class Receipts {

    private Receipts() {}

    /**
     * The receipt of a decision.
     *
     * @param before where the decision stood when it was made
     * @param inputs that it was made from
     * @param made what was decided
     * @param now when
     */
    public static Receipt of(DecisionState before, Inputs inputs, Decision made, Instant now) {
        Appraisal appraisal =
                new Appraisal(made.fleet(), before.tables(), made.next().tables());
        SortedMap<RegionId, RegionVerdict> verdicts = new TreeMap<>();
        List<Limit> limits = new ArrayList<>();
        made.next().memory().regions().forEach((region, state) -> {
            verdicts.put(region, state.judgement().verdict());
            int percent = state.access().isClosed() ? 0 : state.judgement().capacityPercent();
            if (percent < 100) {
                limits.add(new Limit.RegionReduced(region, percent));
            }
        });
        limits.addAll(appraisal.limits());
        return new Receipt(
                hash(before, inputs, now), verdicts, limits, appraisal.figures(), appraisal.rejected(), made.notes());
    }

    /** Of all that the decision was made from; what the observations come to stands for the observations. */
    private static String hash(DecisionState before, Inputs inputs, Instant now) {
        StringBuilder text = new StringBuilder();
        text.append(now).append('\n').append(inputs.policySha256()).append('\n');
        text.append(Json.write(before.memory())).append('\n');
        before.tables().forEach((edge, table) -> {
            text.append(edge);
            for (SlotRun run : table.runs()) {
                text.append(' ').append(run);
            }
            text.append('\n');
        });
        inputs.evacuations().forEach(order -> text.append(Json.write(order)).append('\n'));
        inputs.observations().describe(text);
        return SealedPolicy.hash(text.toString());
    }
}

package dev.drover.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drover.api.json.Json;
import java.util.Map;
import java.util.TreeMap;

/** Computes an answer's figures again from the file and the answer's slots, as anyone outside could. */
final class SolverFigures {

    private static final int SLOTS = 10_000;

    private final JsonNode file;
    private final JsonNode answer;
    private final Map<String, Double> loadRps = new TreeMap<>();
    private double shedRps;
    private double servedRps;
    private double latency;
    private double movedRps;

    private SolverFigures(JsonNode file, JsonNode answer) {
        this.file = file;
        this.answer = answer;
        file.path("regions").fieldNames().forEachRemaining(region -> loadRps.put(region, 0.0));
        file.path("edges").properties().forEach(edge -> add(edge.getKey(), edge.getValue()));
    }

    /** Checks that every figure of the answer is what its slots come to, and that no rule is broken. */
    static void assertConsistent(String file, String answer) {
        SolverFigures figures = new SolverFigures(Json.readTree(file), Json.readTree(answer));
        figures.checkTotals();
        figures.answer
                .path("ifLost")
                .properties()
                .forEach(lost -> figures.checkContingency(lost.getKey(), lost.getValue()));
    }

    private void add(String edge, JsonNode asked) {
        JsonNode shares = answer.path("edges").path(edge);
        double slotRps = asked.path("demandRps").doubleValue() / SLOTS;
        int slots = shares.path("shed").intValue();
        shedRps += slots * slotRps;
        for (Map.Entry<String, JsonNode> weight : shares.path("weights").properties()) {
            int count = weight.getValue().intValue();
            assertThat(count).as(edge + " " + weight).isPositive();
            assertThat(asked.path("latencyMs").has(weight.getKey()))
                    .as(edge + " may use " + weight.getKey())
                    .isTrue();
            slots += count;
            servedRps += count * slotRps;
            latency += count
                    * slotRps
                    * asked.path("latencyMs").path(weight.getKey()).doubleValue();
            loadRps.merge(weight.getKey(), count * slotRps, Double::sum);
            movedRps += moved(edge, weight.getKey(), count) * slotRps;
        }
        assertThat(slots).as("slots of " + edge).isEqualTo(SLOTS);
    }

    private int moved(String edge, String region, int count) {
        JsonNode before = file.path("previous").path(edge);
        return before.isMissingNode()
                ? 0
                : Math.max(0, count - before.path(region).intValue());
    }

    private void checkTotals() {
        assertThat(answer.path("shedRps").doubleValue()).isCloseTo(shedRps, about(shedRps));
        assertThat(answer.path("meanLatencyMs").doubleValue())
                .isCloseTo(servedRps > 0 ? latency / servedRps : 0, within(1e-6));
        assertThat(answer.path("movedRps").doubleValue()).isCloseTo(movedRps, about(servedRps));
        checkUtilization(answer.path("utilization"), loadRps);
    }

    private void checkContingency(String lost, JsonNode contingency) {
        Map<String, Double> load = new TreeMap<>(loadRps);
        load.put(lost, 0.0);
        double shed = 0;
        for (Map.Entry<String, JsonNode> edge : answer.path("edges").properties()) {
            double slotRps =
                    file.path("edges").path(edge.getKey()).path("demandRps").doubleValue() / SLOTS;
            int slots = contingency.path("shed").path(edge.getKey()).intValue();
            shed += slots * slotRps;
            for (Map.Entry<String, JsonNode> understudy :
                    contingency.path("understudies").path(edge.getKey()).properties()) {
                int count = understudy.getValue().intValue();
                slots += count;
                load.merge(understudy.getKey(), count * slotRps, Double::sum);
            }
            assertThat(slots)
                    .as("slots of " + lost + " at " + edge.getKey())
                    .isEqualTo(edge.getValue().path("weights").path(lost).intValue());
        }
        assertThat(contingency.path("shedRps").doubleValue()).isCloseTo(shed, about(shed));
        checkUtilization(contingency.path("utilization"), load);
    }

    private void checkUtilization(JsonNode utilization, Map<String, Double> load) {
        assertThat(utilization.size()).isEqualTo(load.size());
        double max = file.path("utilization").path("max").doubleValue();
        load.forEach((region, rps) -> {
            double capacity =
                    file.path("regions").path(region).path("capacityRps").doubleValue();
            double ratio = utilization.path(region).doubleValue();
            assertThat(ratio).as(region).isBetween(0.0, max * (1 + 1e-8));
            assertThat(ratio * capacity).as(region).isCloseTo(rps, about(rps));
        });
    }

    private static org.assertj.core.data.Offset<Double> about(double figure) {
        return within(1e-9 + 1e-9 * Math.abs(figure));
    }
}

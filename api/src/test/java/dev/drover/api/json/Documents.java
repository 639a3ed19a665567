package dev.drover.api.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One whole document of each kind that the tests break in every place. */
final class Documents {

    static final String HELLO =
            """
            {"type":"hello","agent":"fra/1","bootId":"b-1","build":"1.0","accepts":["v1"],
             "applied":{"cluster":"0f8fad5b-d9cb-469f-a165-70867728950e","epoch":3,"revision":41}}""";

    static final String REPORT =
            """
            {"type":"report","sequence":7,"sentAt":"2026-01-31T12:00:00.123Z","intervalMs":1000,
             "users":{"arrived":100,"failed":1,"retried":2,"shed":3},
             "regions":{"us-east-1":{"view":"LOST","probes":{"count":6,"failed":6},
               "requests":{"count":40,"failed":12},"probeLatencyMs":4,
               "answers":{"ofProbes":"8*1","ofRequests":"20*3 21*14","refused":2}}},
             "overlay":{"region":"us-east-1","since":"2026-01-31T11:59:58Z","evidence":"6 of 6 probes failed"},
             "stale":false}""";

    static final String AGENTS =
            """
            {"reportInterval":"1s",
             "probe":{"path":"/healthz","interval":"1s","jitter":0.1,"timeout":"1s","confirmInterval":"200ms",
               "confirmTimeout":"700ms","content":{"pointer":"/rows","minimum":3}},
             "view":{"lostProbes":6,"lostSpan":"1s","requestWindow":"800ms","requestFailures":14,"requestRatio":0.5,
               "silentAfter":"400ms","returnAfter":"30s","returnProbes":60,"returnFailures":4,"returnClean":10,
               "relapseWithin":"30m","relapseLatch":"30m"},
             "requests":{"connectTimeout":"500ms","firstByteTimeout":"1s","retryRatio":0.2,"retryPerSecond":10.0,
               "retryKept":"10s","userCookie":"drover-user","userHeader":"x-user-key"}}""";

    static final String EDGE_POLICY =
            """
            {"service":"homepage","edge":"fra",
             "id":{"cluster":"0f8fad5b-d9cb-469f-a165-70867728950e","epoch":3,"revision":41},
             "publishedAt":"2026-01-31T12:00:00Z",
             "slots":["0-4999 us-east-1/us-west-2","5000-9999 us-west-2/shed/us-east-1"],
             "regions":{"us-east-1":{"origins":["http://10.0.0.1:8080"],"mark":"OPEN"},
               "us-west-2":{"origins":["http://10.0.0.2:8080"],"mark":"DRAINING"}},
             "back":["us-west-2"],"rollback":false,"settings":%s}"""
                    .formatted(AGENTS);

    static final String STEERING_POLICY =
            """
            {"service":"homepage","utilization":{"target":0.75,"max":0.95},"moveCostMs":5.0,
             "regions":{"us-east-1":{"capacityRps":1000.0,"origins":["http://10.0.0.1:8080"]},
               "us-west-2":{"capacityRps":800.0,"origins":["http://10.0.0.2:8080"]}},
             "edges":{"fra":{"expectedDemandRps":100.0,"latencyMs":{"us-east-1":80.0,"us-west-2":140.0},
               "vantage":"transit-1"}},
             "agents":%s,
             "judge":{"freshFor":"3s","lostAfter":"500ms","downAfter":"6500ms","backAfter":"30s","blockSize":"5s",
               "downBlocks":4,"downBadBlocks":3,"downRatio":0.15,"degradedBlocks":6,"degradedBadBlocks":5,
               "degradedBlockRatio":0.05,"degradedRatio":0.08,"degradedFor":"30s","cleanAfter":"1m","cleanRatio":0.01,
               "trialRequests":200,
               "slow":{"latencyFactor":2.0,"slowAtLeast":"50ms","learnedAnswers":60,"blockRatio":0.02,"ratio":0.03,
                 "tailBlockSize":"10s","tailBlocks":6,"tailBadBlocks":5,"tailBlockRatio":0.008,"tailRatio":0.01},
               "panel":{"suspectAt":3,"singleVantage":"alarm"},
               "capacity":{"stepPercent":10,"stepEvery":"1m","leastPercent":50,"tookOverWithin":"1m"},
               "damping":{"perDown":1000.0,"halfLife":"10m","ceiling":6000.0,"suppressAt":2500.0,"reuseAt":750.0,
                 "longest":"1h"}},
             "ramp":{"returnPercents":[1,50,100],"returnBake":"1m","plannedPercent":5,"plannedBake":"15s",
               "brake":{"failureRatio":0.02,"lateRatio":0.05,"abovePeak":0.05,"rollbackAfter":"30s","holdAfter":"10m"}},
             "guards":{"maxAutoEvacuated":1,"minInRotation":1,"rebalanceSlots":100,"understudiesEvery":"10s",
               "removalBudget":0.7,"removalWindow":"15m","lastResort":"us-west-2","clockTolerance":"30s",
               "observe":false,"observedRegions":["us-east-1"]}}"""
                    .formatted(AGENTS);

    /** Objects whose keys are names and not fields: one key less is another document, not a broken one. */
    private static final List<String> MAPS = List.of("regions", "edges", "latencyMs");

    private Documents() {}

    /**
     * A place of a document.
     *
     * @param pointer of the place
     * @param field whether it is a field of an object, so that it cannot be left out
     */
    record Place(String pointer, boolean field) {

        /** The document with another value there; with none if there is no other. */
        JsonNode in(JsonNode document, JsonNode other) {
            JsonNode copy = document.deepCopy();
            JsonNode parent = copy.at(parentPointer());
            if (parent instanceof ArrayNode list) {
                list.set(Integer.parseInt(name()), other);
            } else {
                ((ObjectNode) parent).set(name(), other);
            }
            return copy;
        }

        JsonNode leftOutOf(JsonNode document) {
            JsonNode copy = document.deepCopy();
            ((ObjectNode) copy.at(parentPointer())).remove(name());
            return copy;
        }

        String parentPointer() {
            return pointer.substring(0, pointer.lastIndexOf('/'));
        }

        String name() {
            return pointer.substring(pointer.lastIndexOf('/') + 1);
        }
    }

    /** Every place of a document but its root and its type. */
    static List<Place> placesOf(JsonNode document) {
        List<Place> places = new ArrayList<>();
        collect(document, "", places);
        return places;
    }

    private static void collect(JsonNode node, String pointer, List<Place> places) {
        boolean map = MAPS.contains(pointer.substring(pointer.lastIndexOf('/') + 1));
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!field.getKey().equals("type")) {
                add(field.getValue(), pointer + "/" + field.getKey(), !map, places);
            }
        }
        for (int element = 0; node.isArray() && element < node.size(); element++) {
            add(node.get(element), pointer + "/" + element, false, places);
        }
    }

    private static void add(JsonNode node, String pointer, boolean field, List<Place> places) {
        places.add(new Place(pointer, field));
        collect(node, pointer, places);
    }
}

package dev.drover.api.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.json.Json;
import dev.drover.api.json.UnreadableJsonException;
import dev.drover.api.settings.ContentCheck;
import dev.drover.api.yaml.UnreadableYamlException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SteeringPoliciesTest {

    /** Nothing but what has no default; eight lines. */
    static final String MINIMAL =
            """
            service: homepage
            regions:
              us-east-1: {capacityRps: 1000, origins: ["http://10.0.0.1:8080"]}
              us-west-2: {capacityRps: 800.5, origins: ["http://10.0.0.2:8080"]}
            edges:
              fra:
                expectedDemandRps: 100
                latencyMs: {us-east-1: 80, us-west-2: 140}
            """;

    @Test
    void minimalPolicyGetsEveryDefault() {
        SteeringPolicy policy = SteeringPolicies.read("p.yaml", MINIMAL);

        assertThat(policy.service()).isEqualTo(ServiceId.of("homepage"));
        assertThat(policy.regions())
                .containsEntry(
                        RegionId.of("us-west-2"),
                        new SteeredRegion(800.5, List.of(URI.create("http://10.0.0.2:8080"))));
        assertThat(policy.edges())
                .containsOnly(Map.entry(
                        EdgeId.of("fra"),
                        new SteeredEdge(
                                100,
                                new TreeMap<>(
                                        Map.of(RegionId.of("us-east-1"), 80.0, RegionId.of("us-west-2"), 140.0)))));
        assertThat(policy.utilization()).isEqualTo(new Utilization(0.75, 0.95));
        assertThat(policy.moveCostMs()).isEqualTo(5.0);
        assertThat(policy.agents().reportInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(policy.agents().probe().content()).isEqualTo(new ContentCheck("", 0));
        assertThat(policy.agents().view().lostProbes()).isEqualTo(6);
        assertThat(policy.agents().requests().retryRatio()).isEqualTo(0.2);
        assertThat(policy.judge().downAfter()).isEqualTo(Duration.ofMillis(6_500));
        assertThat(policy.ramp().returnPercents()).containsExactly(1, 5, 10, 25, 50, 75, 100);
        assertThat(policy.guards())
                .isEqualTo(new GuardSettings(
                        1,
                        1,
                        100,
                        Duration.ofSeconds(10),
                        0.7,
                        Duration.ofMinutes(15),
                        null,
                        Duration.ofSeconds(30),
                        false,
                        List.of()));
    }

    @Test
    void whatThePolicySaysGoesBeforeTheDefaults() {
        SteeringPolicy policy = SteeringPolicies.read(
                "p.yaml",
                MINIMAL
                        + """
                        utilization: {max: 0.9}
                        ramp:
                          returnPercents: [50, 100]
                        agents: {probe: {content: {pointer: /rows, minimum: 3}}}
                        """);

        assertThat(policy.utilization()).isEqualTo(new Utilization(0.75, 0.9));
        assertThat(policy.ramp().returnPercents()).containsExactly(50, 100);
        assertThat(policy.ramp().plannedPercent()).isEqualTo(5);
        assertThat(policy.agents().probe().content()).isEqualTo(new ContentCheck("/rows", 3));
        assertThat(policy.agents().probe().path()).isEqualTo("/healthz/deep");
    }

    @Test
    void storedPolicyDoesNotDependOnTheDefaultsOfABuild() {
        SteeringPolicy policy = SteeringPolicies.read("p.yaml", MINIMAL);

        assertThat(SteeringPolicies.write(policy))
                .contains("\"downAfter\":\"6500ms\"")
                .contains("\"minInRotation\":1");
        assertThat(SteeringPolicies.readStored(SteeringPolicies.write(policy))).isEqualTo(policy);
    }

    @Test
    void whatDiffersIsLaidOverAPolicy() {
        SteeringPolicy policy = SteeringPolicies.read("p.yaml", MINIMAL);
        ObjectNode differences = (ObjectNode) Json.readTree("{\"regions\":{\"us-east-1\":{\"capacityRps\":5}}}");

        SteeringPolicy other = SteeringPolicies.over(policy, differences);

        assertThat(other.regions().get(RegionId.of("us-east-1")))
                .isEqualTo(new SteeredRegion(5, List.of(URI.create("http://10.0.0.1:8080"))));
        assertThat(SteeringPolicies.over(
                        other, (ObjectNode) Json.readTree("{\"regions\":{\"us-east-1\":{\"capacityRps\":1000}}}")))
                .isEqualTo(policy);
        assertThatThrownBy(() -> SteeringPolicies.over(policy, differences.put("moveCost", 1)))
                .isExactlyInstanceOf(UnreadableJsonException.class)
                .hasMessageStartingWith("/moveCost: unknown field (expected: one of agents,");
    }

    @Test
    void policyThatAnotherBuildStoredIsRead() {
        SteeringPolicy policy = SteeringPolicies.read("p.yaml", MINIMAL);
        String stored = SteeringPolicies.write(policy);

        assertThat(SteeringPolicies.readStored(stored.replace("\"downAfter\":\"6500ms\",", "")))
                .isEqualTo(policy);
        assertThat(SteeringPolicies.readStored(stored.replace("\"judge\":{", "\"later\":[],\"judge\":{\"later\":1,")))
                .isEqualTo(policy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                       | no object (expected: a stored steering policy)",
                "null                     | no object (expected: a stored steering policy)",
                "{\"service\":\"homepage\"} | /regions: missing (expected: an object)",
                "{\"judge\":null}          | /judge: null (expected: an object)",
                "{\"service\":\"homepage\",\"regions\":{},\"edges\":{}} | /regions: 0 of them (expected: 1 to 100)"
            })
    void storedTextThatIsNoPolicyIsRefused(String stored, String fault) {
        assertThatThrownBy(() -> SteeringPolicies.readStored(stored))
                .isExactlyInstanceOf(UnreadableJsonException.class)
                .hasMessage(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "# a comment\n", "---\n", "%YAML 1.2\n---\n", "\n\n"})
    void policyMayBeginAsYamlFilesDo(String beginning) {
        assertThat(SteeringPolicies.read("p.yaml", beginning + MINIMAL))
                .isEqualTo(SteeringPolicies.read("p.yaml", MINIMAL));
    }

    @Test
    void policyMayBeWrittenOnAnySystem() {
        assertThat(SteeringPolicies.read("p.yaml", MINIMAL.replace("\n", "\r\n")))
                .isEqualTo(SteeringPolicies.read("p.yaml", MINIMAL));
        assertThat(SteeringPolicies.read("p.json", SteeringPolicies.write(SteeringPolicies.read("p", MINIMAL))))
                .isEqualTo(SteeringPolicies.read("p.yaml", MINIMAL));
    }

    /** What is added begins on line 9. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    judge: {downAftr: 5s}             | 9:9:  judge.downAftr: unknown field (expected: one of backAfter, blockSize, capacity,
                    regoins: {}                       | 9:1:  regoins: unknown field (expected: one of agents, edges, guards, judge, moveCostMs,
                    judge:                            | 9:1:  judge: null (expected: an object)
                    judge: ~                          | 9:1:  judge: '~' (expected: an object)
                    judge: null                       | 9:1:  judge: null (expected: an object)
                    judge: ''                         | 9:1:  judge: '' (expected: an object)
                    judge: 3                          | 9:1:  judge: 3 (expected: an object)
                    judge: fast                       | 9:1:  judge: 'fast' (expected: an object)
                    judge: true                       | 9:1:  judge: true (expected: an object)
                    judge: [1]                        | 9:1:  judge: a list (expected: an object)
                    judge: {downAfter: }              | 9:9:  judge.downAfter: null (expected: a number and ms, s, m or h, such as 500ms)
                    judge: {downAfter: ''}            | 9:9:  judge.downAfter: '' (expected: a number and ms,
                    judge: {downAfter: ' '}           | 9:9:  judge.downAfter: ' ' (expected: a number and ms,
                    judge: {downAfter: 5}             | 9:9:  judge.downAfter: 5 (expected: a number and ms,
                    judge: {downAfter: 5 s}           | 9:9:  judge.downAfter: '5 s' (expected: a number and ms,
                    judge: {downAfter: -5s}           | 9:9:  judge.downAfter: '-5s' (expected: a number and ms,
                    judge: {downAfter: 999999999999h} | 9:9:  judge.downAfter: 999999999999h (expected: 1s to 10m)
                    judge: {downAfter: 0.5s}          | 9:9:  judge.downAfter: 500ms (expected: 1s to 10m)
                    judge: {downBlocks: 2}            | 9:1:  judge.downBadBlocks: 3 (expected: 1 to 2)
                    judge: {downBlocks: 2.0}          | 9:9:  judge.downBlocks: 2.0 (expected: a whole number)
                    judge: {downBlocks: '2'}          | 9:9:  judge.downBlocks: '2' (expected: a whole number)
                    judge: {downBlocks: 9999999999}   | 9:9:  judge.downBlocks: a number out of range (expected: -2147483648 to
                    judge: {downRatio: '0.1'}         | 9:9:  judge.downRatio: '0.1' (expected: a number)
                    judge: {downRatio: yes}           | 9:9:  judge.downRatio: 'yes' (expected: a number)
                    judge: {downRatio: 0x1}           | 9:9:  judge.downRatio: '0x1' (expected: a number)
                    judge: {downRatio: .NaN}          | 9:9:  judge.downRatio: '.NaN' (expected: a number)
                    judge: {downRatio: .nan}          | 9:20: '.nan' (expected: a finite number
                    judge: {downRatio: -.inf}         | 9:20: '-.inf' (expected: a finite number
                    judge: {downRatio: 1e400}         | 9:20: '1e400' (expected: a finite number
                    judge: {downRatio: 1e99999999999} | 9:20: '1e99999999999' (expected: a finite number
                    judge: {downRatio: 7}             | 9:9:  judge.downRatio: 7 (expected: 0.01 to 1)
                    judge: {downRatio: 1, downRatio: 1} | 9:23: duplicate key 'downRatio' (expected: each key once)
                    regions: {}                       | 9:1:  duplicate key 'regions' (expected: each key once)
                    ramp: {returnPercents: [1, ]}     | 9:8:  ramp.returnPercents: [1] (expected: to end with 100)
                    ramp: {returnPercents: [5, 5, 100]} | 9:8: ramp.returnPercents: [5, 5, 100] (expected: rising, each 1 to 100)
                    ramp: {returnPercents: [1, x]}    | 9:28: ramp.returnPercents.1: 'x' (expected: a whole number)
                    ramp: {returnPercents: [null, 100]} | 9:25: ramp.returnPercents.0: null (expected: a whole number)
                    ramp: {returnPercents: 100}       | 9:8:  ramp.returnPercents: 100 (expected: a list)
                    utilization: {target: 0.99}       | 9:15: utilization.target: 0.99 (expected: 0.01 to 0.95)
                    utilization: {max: 1.01}          | 9:15: utilization.max: 1.01 (expected: 0.01 to 1)
                    moveCostMs: -1                    | 9:1:  moveCostMs: -1 (expected: 0 to 60000)
                    guards: {minInRotation: 3}        | 9:10: guards.minInRotation: 3 (expected: at most the number of regions, 2)
                    agents: {probe: {path: healthz}}  | 9:18: agents.probe.path: 'healthz' (expected: /...
                    agents: {probe: {content: {pointer: rows}}} | 9:28: agents.probe.content.pointer: 'rows' (expected: a JSON pointer
                    agents: {requests: {userCookie: 'a b'}} | 9:21: agents.requests.userCookie: 'a b' (expected: up to 64 letters
                    agents: {requests: {userCookie: 5}} | 9:21: agents.requests.userCookie: 5 (expected: text)
                    ? [a]                             | 9:3:  a list or map as a key (expected: a word)
                    <<: {a: 1}                        | 9:1:  <<: unknown field (expected: one of agents,
                    a/b~c: 1                          | 9:1:  a/b~c: unknown field (expected: one of agents,
                    ~: 1                              | 9:1:  ~: unknown field (expected: one of agents,
                    judge: !!java.util.HashMap {}     | 9:8:  tag 'tag:yaml.org,2002:java.util.HashMap' (expected: no tags)
                    judge: !!javax.script.ScriptEngineManager [] | 9:8: tag 'tag:yaml.org,2002:javax.script.ScriptEngineManager' (expected: no tags)
                    moveCostMs: !!int "5"             | 9:13: tag 'tag:yaml.org,2002:int' (expected: no tags)
                    moveCostMs: !own 5                | 9:13: tag '!own' (expected: no tags)
                    judge: {lostAfter: &a 1s, downAfter: *a} | 9:38: alias '*a' (expected: the value written out)
                    judge: &j {a: *j}                 | 9:15: alias '*j' (expected: the value written out)
                    judge: *nowhere                   | 9:8:  alias '*nowhere' (expected: the value written out)
                    judge: [                          | 10:1: expected the node content, but found '<stream end>' (expected: YAML)
                    judge: "                          | 10:1: found unexpected end of stream (expected: YAML)
                    judge: {a: b: c}                  | 9:13: expected ',' or '}', but got : (expected: YAML)
                    \\tjudge: {}                       | 9:1:  found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation) (expected: YAML)
                    @judge: {}                        | 9:1:  found character '@' that cannot start any token (expected: YAML)
                    """)
    void faultIsNamedByItsLineAndColumn(String added, String fault) {
        String message = refusal(MINIMAL + added.replace("\\t", "\t") + "\n");

        assertThat(message).startsWith("p.yaml:" + squeezed(fault));
    }

    /** Spaces between the parts of a row line the rows up and mean nothing. */
    private static String squeezed(String text) {
        return text.replaceFirst(": {2,}", ": ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "capacityRps: 1000 | capacityRps: -1    | 3:15: regions.us-east-1.capacityRps: -1 (expected: 0 to 10000000",
                "capacityRps: 1000 | capacityRps: 1e10  | 3:15: regions.us-east-1.capacityRps: 10000000000 (expected: 0 to",
                "capacityRps: 1000 | capacityRps: .nan  | 3:28: '.nan' (expected: a finite number",
                "capacityRps: 1000 | capacityRsp: 1000  | 3:15: regions.us-east-1.capacityRsp: unknown field (expected: one "
                        + "of capacityRps, origins)",
                "capacityRps: 1000, | ''                | 3:3: regions.us-east-1.capacityRps: missing (expected: a number)",
                "http://10.0.0.1:8080 | http://a/b      | 3:34: regions.us-east-1.origins: 'http://a/b' (expected: http",
                "http://10.0.0.1:8080 | https://a       | 3:34: regions.us-east-1.origins: 'https://a' (expected: http",
                "http://10.0.0.1:8080 | 'http://a b'    | 3:44: regions.us-east-1.origins.0: 'http://a b' (expected: a URL",
                "http://10.0.0.1:8080 | ''              | 3:34: regions.us-east-1.origins: '' (expected: http://host:port",
                "[\"http://10.0.0.1:8080\"] | []        | 3:34: regions.us-east-1.origins: 0 (expected: 1 to 16 URLs)",
                "us-east-1: 80     | mars: 80           | 8:17: edges.fra.latencyMs.mars: unknown region (expected: one of",
                "us-east-1: 80     | us-east-1: -80     | 8:17: edges.fra.latencyMs.us-east-1: -80 (expected: 0 to 60000)",
                "us-east-1: 80     | us-east-1:         | 8:17: edges.fra.latencyMs.us-east-1: null (expected: a number)",
                "{us-east-1: 80, us-west-2: 140} | {}   | 8:5: edges.fra.latencyMs: empty (expected: one allowed region",
                "{us-east-1: 80, us-west-2: 140} | ''   | 8:5: edges.fra.latencyMs: null (expected: an object)",
                "{us-east-1: 80, us-west-2: 140} | 5    | 8:5: edges.fra.latencyMs: 5 (expected: an object)",
                "expectedDemandRps | expectedDemand     | 7:5: edges.fra.expectedDemand: unknown field (expected: one of "
                        + "expectedDemandRps, latencyMs, vantage)",
                "service: homepage | service:           | 1:1: service: null (expected: text)",
                "service: homepage | service: ''        | 1:1: service: service name: '' (expected: 1 to 63 of",
                "service: homepage | service: 404       | 1:1: service: 404 (expected: text)",
                "service: homepage | service: [a]       | 1:1: service: a list (expected: text)",
                "service: homepage | moveCostMs: 1      | 1:1: service: missing (expected: text)",
                "us-west-2: {cap   | US-WEST-2: {cap    | 2:1: regions: region name: 'US-WEST-2' (expected: 1 to 63 of",
                "us-west-2: {cap   | shed: {cap         | 2:1: regions: region name: 'shed' (expected: 1 to 63 of",
                "us-west-2: {cap   | '': {cap           | 2:1: regions: region name: '' (expected: 1 to 63 of"
            })
    void faultOfARegionOrEdgeIsNamedByItsLineAndColumn(String good, String bad, String fault) {
        assertThat(refusal(MINIMAL.replaceFirst(Pattern.quote(good), bad))).startsWith("p.yaml:" + fault);
    }

    @ParameterizedTest
    @CsvSource({"regions, 1 to 100", "edges, 1 to 20000"})
    void policyWithoutRegionsOrEdgesIsRefused(String section, String expected) {
        String without = MINIMAL.replaceFirst(section + ":\n( .*\n)+", section + ": {}\n");

        assertThat(refusal(without)).endsWith(section + ": 0 of them (expected: " + expected + ")");
    }

    @Test
    void sectionThatIsLeftOutIsNamed() {
        assertThat(refusal("service: homepage\n")).isEqualTo("p.yaml:1:1: regions: missing (expected: an object)");
    }

    private static String refusal(String text) {
        Throwable thrown = catchThrowable(
                () -> assertThat(SteeringPolicies.read("p.yaml", text)).isNull());
        assertThat(thrown).isExactlyInstanceOf(UnreadableYamlException.class);
        return String.valueOf(thrown.getMessage());
    }
}

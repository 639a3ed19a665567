package dev.drover.simulation.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drover.api.json.UnreadableJsonException;
import dev.drover.api.steering.SteeringPolicies;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.api.yaml.UnreadableYamlException;
import dev.drover.api.yaml.YamlDocument;
import dev.drover.simulation.rehearsal.Scenario.Expected;
import dev.drover.simulation.rehearsal.expect.Expectations;
import dev.drover.simulation.rehearsal.incident.Incident;
import dev.drover.simulation.rehearsal.incident.Incidents;
import dev.drover.simulation.rehearsal.reading.Faults;
import dev.drover.simulation.rehearsal.reading.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A scenario as a person wrote it: YAML that names a policy. Once that is known too, it can be read. */
public final class ScenarioFile {

    private static final List<String> KEYS = List.of("why", "policy", "seed", "lasts", "given", "when", "then");
    private static final String EXPECTED = "why: ..., policy: ..., lasts: ..., when: ..., then: ...";
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(6);

    private final String file;
    private final YamlDocument document;
    private final Fields fields;

    private ScenarioFile(String file, YamlDocument document, Fields fields) {
        this.file = file;
        this.document = document;
        this.fields = fields;
    }

    /**
     * Looks at the outermost keys.
     *
     * @param file how errors name the text; its last part, without what follows the dot, is the scenario's name
     * @throws UnreadableScenarioException if it is no YAML, or has another key
     */
    public static ScenarioFile parse(String file, String text) {
        try {
            YamlDocument document = YamlDocument.parse(file, text, EXPECTED);
            return new ScenarioFile(file, document, Fields.of(document, "", document.root(), KEYS));
        } catch (UnreadableYamlException e) {
            throw new UnreadableScenarioException(List.of(String.valueOf(e.getMessage())));
        }
    }

    /** The name of the scenario in a file of that name. */
    public static String nameOf(String file) {
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = last.indexOf('.', 1);
        return dot < 0 ? last : last.substring(0, dot);
    }

    /**
     * The policy that it names, as a path from where the scenario's file lies; absent if it names none.
     *
     * @throws UnreadableScenarioException if it is not a text
     */
    public Optional<String> policyFile() {
        try {
            return fields.has("policy") ? Optional.of(fields.text("policy")) : Optional.empty();
        } catch (UnreadableYamlException e) {
            throw new UnreadableScenarioException(List.of(String.valueOf(e.getMessage())));
        }
    }

    /** The error for a policy that cannot be had. */
    public UnreadableScenarioException policyFault(String fault) {
        return new UnreadableScenarioException(
                List.of(String.valueOf(document.fault("/policy", fault).getMessage())));
    }

    /**
     * Reads the scenario.
     *
     * @param policy that it is to be rehearsed with; what the scenario gives differently is laid over it
     * @throws UnreadableScenarioException with everything that is wrong with it
     */
    public Scenario over(SteeringPolicy policy) {
        Faults faults = new Faults();
        Draft draft = new Draft();
        faults.noteFrom(() -> draft.why = fields.text("why"));
        faults.noteFrom(() -> draft.lasts = fields.duration("lasts", SHORTEST, LONGEST));
        faults.noteFrom(() -> draft.seed = fields.wholeOr("seed", 0, Long.MAX_VALUE, Scenario.SEED));
        faults.noteFrom(() -> given(draft, policy, faults));
        faults.noteFrom(() -> draft.when = when(draft, policy, faults));
        faults.noteFrom(() -> draft.then = then(draft, policy, faults));
        return draft.finished(faults);
    }

    /** What has been read so far. */
    private final class Draft {
        private String why = "";
        private long seed;
        private Duration lasts = Fields.LONGEST;
        private Optional<SteeringPolicy> policy = Optional.empty();
        private Optional<Given> given = Optional.empty();
        private List<Incident> when = List.of();
        private List<Expected> then = List.of();

        Scenario finished(Faults faults) {
            if (!faults.isEmpty() || policy.isEmpty() || given.isEmpty()) {
                throw new UnreadableScenarioException(faults.lines());
            }
            return new Scenario(nameOf(file), file, why, policy.get(), seed, given.get(), when, then, lasts);
        }
    }

    private void given(Draft draft, SteeringPolicy policy, Faults faults) {
        Fields given = fields.fields("given", Given.KEYS);
        faults.noteFrom(() -> draft.given = Optional.of(Given.read(given)));
        faults.noteFrom(() -> draft.policy = Optional.of(differing(given.map("policy"), policy)));
    }

    private SteeringPolicy differing(Optional<ObjectNode> differences, SteeringPolicy policy) {
        if (differences.isEmpty()) {
            return policy;
        }
        try {
            return SteeringPolicies.over(policy, differences.get());
        } catch (UnreadableJsonException e) {
            throw document.fault("/given/policy" + e.pointer(), e.fault());
        }
    }

    private List<Incident> when(Draft draft, SteeringPolicy policy, Faults faults) {
        int controllers = draft.given.map(Given::controllers).orElse(1);
        if (!fields.has("when")) {
            return List.of();
        }
        return fields.items(
                "when",
                Incidents.names(),
                faults,
                item -> Incidents.read(item, draft.policy.orElse(policy), controllers, draft.lasts));
    }

    private List<Expected> then(Draft draft, SteeringPolicy policy, Faults faults) {
        return fields.items(
                "then",
                Expectations.names(),
                faults,
                item -> new Expected(item.line(), Expectations.read(item, draft.policy.orElse(policy), draft.lasts)));
    }
}

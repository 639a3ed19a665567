package dev.drover.cli;

import static dev.drover.cli.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.json.Json;
import dev.drover.api.problem.FieldFault;
import dev.drover.api.problem.Problem;
import dev.drover.api.problem.ProblemType;
import dev.drover.api.rest.EvacuationState;
import dev.drover.api.rest.EvacuationView;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EvacuateTest {

    private static final Problem GUARD = Problem.of(
            ProblemType.GUARD,
            "us-west-2 would be at 1.31 of its capacity (expected: at most 0.95)",
            List.of(
                    new FieldFault("/region", "us-east-1 is the last one in rotation"),
                    new FieldFault("", "no force")));

    private final ScriptedController controller = new ScriptedController();

    @BeforeEach
    void regionsAreKnown() {
        controller.answers("GET /v1/regions", Fleet.regions());
    }

    @AfterEach
    void close() {
        controller.close();
    }

    @Test
    void aDryRunShowsThePredictionAndOrdersNothing() {
        controller.answers("POST /v1/evacuations", Fleet.predicted(EvacuationState.PREDICTED));

        Console.Result result = evacuate("", "--dry-run");

        assertGolden("evacuate-dry-run", result.out());
        assertThat(result.exitCode()).isZero();
        assertThat(controller.requests())
                .containsExactly(
                        "GET /v1/regions",
                        "POST /v1/evacuations {\"region\":\"us-east-1\",\"reason\":\"disks\",\"author\":\"ops\","
                                + "\"pace\":\"PLANNED\",\"expiresIn\":\"4h\",\"dryRun\":true}");
    }

    @Test
    void aScriptOrdersWithOneCall() {
        controller.answers("POST /v1/evacuations", Fleet.predicted(EvacuationState.COMMITTED));

        Console.Result result = Console.run(
                "evacuate", "us-east-1", "--reason", "disks", "--pace", "emergency", "-c", controller.url());

        assertGolden("evacuate", result.out());
        assertThat(result.exitCode()).isZero();
        assertThat(controller.requests()).hasSize(2).last().asString().contains("\"pace\":\"EMERGENCY\"");
    }

    @Test
    void aPersonIsAskedAndWatches() {
        controller.answers("POST /v1/evacuations", Fleet.predicted(EvacuationState.PREDICTED));
        controller.answers("POST /v1/evacuations", Fleet.predicted(EvacuationState.COMMITTED));
        controller.answers("GET /v1/evacuations/0b1d7c52", Fleet.evacuation(EvacuationState.CONVERGED, 3, 0));

        Console.Result result = evacuate("y\n");

        assertThat(result.out())
                .endsWith(
                        """
                        Ordered: COMMITTED, order 0b1d7c52, expires 2026-11-01 15:55:00 UTC.
                        CONVERGED: 3 of 3 agents done, 0 slots left.
                        """);
        assertThat(result.err()).startsWith("Evacuate us-east-1? [y/N] ");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void aPersonWhoDoesNotSayYesOrdersNothing() {
        controller.answers("POST /v1/evacuations", Fleet.predicted(EvacuationState.PREDICTED));

        Console.Result result = evacuate("");

        assertThat(result.out()).endsWith("Nothing was ordered.\n");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(controller.requests()).hasSize(2);
    }

    @Test
    void theEndOfPatienceIsNotTheEndOfTheOrder() {
        controller.answers("POST /v1/evacuations", Fleet.predicted(EvacuationState.COMMITTED));

        Console.Result result = evacuate("", "--yes", "--wait", "--timeout", "0s");

        assertThat(result.err())
                .endsWith("Not all users are away after 0ms. The order stands: look with `drover status`, or end it"
                        + " with `drover restore us-east-1`.\n");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void anEvacuationThatSomebodyEndsIsNotDone() {
        controller.answers("POST /v1/evacuations", Fleet.predicted(EvacuationState.COMMITTED));
        controller.answers("GET /v1/evacuations/0b1d7c52", Fleet.evacuation(EvacuationState.ENDED, 1, 900));

        Console.Result result = evacuate("", "--yes", "--wait");

        assertThat(result.err()).contains("The evacuation was ended before all users were away.");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void watchingOutlivesAControllerWithoutItsStore() {
        controller.answers("POST /v1/evacuations", Fleet.predicted(EvacuationState.COMMITTED));
        controller.refuses("GET /v1/evacuations/0b1d7c52", Problem.of(ProblemType.UNAVAILABLE, "no leader", List.of()));
        controller.answers("GET /v1/evacuations/0b1d7c52", Fleet.evacuation(EvacuationState.CONVERGED, 3, 0));

        Console.Result result = Console.run(
                "evacuate", "us-east-1", "--reason", "disks", "--wait", "--output", "json", "-c", controller.url());

        assertThat(Json.readMessage(result.out(), EvacuationView.class).state()).isEqualTo(EvacuationState.CONVERGED);
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void aRefusalIsToldWithEachFault() {
        controller.refuses("POST /v1/evacuations", GUARD);

        Console.Result result = evacuate("", "--yes");

        assertThat(result.err())
                .isEqualTo(
                        """
                        A guard forbids this: us-west-2 would be at 1.31 of its capacity (expected: at
                        most 0.95)
                          /region: us-east-1 is the last one in rotation
                          no force
                        """);
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void aRefusalForProgramsIsTheProblemItself() {
        controller.refuses("POST /v1/evacuations", GUARD);

        Console.Result result = evacuate("", "--yes", "-o", "json");

        assertThat(Json.readMessage(result.out(), Problem.class)).isEqualTo(GUARD);
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void whatOthersWroteCannotSteerTheTerminal() {
        controller.refuses(
                "POST /v1/evacuations", Problem.of(ProblemType.CONFLICT, "already by \u001b[2Jmallory", List.of()));

        assertThat(evacuate("", "--yes").err()).contains("already by ?[2Jmallory");
    }

    private Console.Result evacuate(String typed, String... more) {
        String[] all = new String[more.length + 8];
        String[] usual = {"evacuate", "us-east-1", "--reason", "disks", "--author", "ops", "-c", controller.url()};
        System.arraycopy(usual, 0, all, 0, usual.length);
        System.arraycopy(more, 0, all, usual.length, more.length);
        return Console.runFor(typed, all);
    }
}

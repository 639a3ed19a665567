package dev.drover.cli;

import static dev.drover.cli.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.json.Json;
import dev.drover.api.problem.Problem;
import dev.drover.api.problem.ProblemType;
import dev.drover.api.rest.ContingencyReport;
import dev.drover.api.rest.EvacuationState;
import dev.drover.api.rest.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private final ScriptedController controller = new ScriptedController();

    @AfterEach
    void close() {
        controller.close();
    }

    @Test
    void statusShowsTheFleet() {
        scriptFleet();

        Console.Result result = Console.run("status", "-c", controller.url());

        assertGolden("status", result.out());
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void statusOfAnEmptyStoreSaysWhatIsMissing() {
        controller.answers("GET /v1/status", Fleet.statusOfAnEmptyStore());
        controller.answers("GET /v1/regions", new Page<>(List.of()));
        controller.answers("GET /v1/edges", new Page<>(List.of()));
        controller.answers("GET /v1/evacuations", new Page<>(List.of()));

        assertGolden(
                "status-empty", Console.run("status", "-c", controller.url()).out());
    }

    @Test
    void statusShowsItsHeaderEvenWhenTheRestIsRefused() {
        controller.answers("GET /v1/status", Fleet.statusOfAnEmptyStore());
        controller.refuses(
                "GET /v1/regions", Problem.of(ProblemType.UNAVAILABLE, "the store was never read", List.of()));

        Console.Result result = Console.run("status", "-c", controller.url());

        assertThat(result.out()).startsWith("service");
        assertThat(result.err()).isEqualTo("Nothing can be committed now: the store was never read\n");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void statusForProgramsIsOneDocument() {
        scriptFleet();

        Console.Result result = Console.run("status", "-c", controller.url(), "--output", "json");

        var document = Json.readTree(result.out());
        assertThat(document.path("status").path("leader").asText()).isEqualTo("ctl-2");
        assertThat(document.path("regions")).hasSize(3);
        assertThat(document.path("edges")).hasSize(3);
        assertThat(document.path("evacuations")).hasSize(1);
        assertThat(document.at("/contingencies/losses")).hasSize(2);
    }

    @Test
    void statusSaysSoIfTheLossOfAnyRegionIsSurvivable() {
        scriptFleet(Fleet.secure());

        Console.Result result = Console.run("status", "-c", controller.url());

        assertThat(result.out())
                .contains("N-1      secure: the loss of any region is survivable, peak 93% in us-west-2")
                .contains("us-east-1 is lost (understudies 4s old)");
    }

    @Test
    void explainTellsTheCausesOfThePublicationInForce() {
        controller.answers("GET /v1/routing-policies/current", Fleet.publication());

        assertGolden("explain", Console.run("explain", "-c", controller.url()).out());
    }

    @Test
    void explainShowsWhatAnEdgeDoesIfARegionIsLost() {
        controller.answers("GET /v1/routing-policies/41", Fleet.publication());

        assertGolden(
                "explain-edge",
                Console.run("explain", "41", "--edge", "iad", "-c", controller.url())
                        .out());
    }

    @Test
    void explainNamesTheEdgesThatThereAre() {
        controller.answers("GET /v1/routing-policies/current", Fleet.publication());

        Console.Result result = Console.run("explain", "--edge", "fra", "-c", controller.url());

        assertThat(result.err()).isEqualTo("--edge: 'fra' is not in epoch 3 revision 41 (expected: one of [iad])\n");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsNoPublicationIsNotExplained() {
        controller.answersText("GET /v1/routing-policies/current", 200, "application/json", "{}");

        Console.Result result = Console.run("explain", "-c", controller.url());

        assertThat(result.err()).startsWith(controller.url() + ": its answer cannot be read:");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void severalControllersCanBeNamedInEitherWay() {
        controller.answers("GET /v1/agents", new Page<>(List.of()));

        Console.Result result = Console.run("agents", "-c", "http://127.0.0.1:1,127.0.0.1:2", "-c", controller.url());

        assertThat(result.out())
                .isEqualTo("No agent is known: none has a session with this controller, and none had lately.\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void agentsShowWhatTheyApply() {
        controller.answers("GET /v1/agents", Fleet.agents());

        assertGolden("agents", Console.run("agents", "-c", controller.url()).out());
    }

    @Test
    void restoreFindsTheOrderOfTheRegion() {
        controller.answers("GET /v1/evacuations", Fleet.evacuations(Fleet.evacuation(EvacuationState.CONVERGED, 3, 0)));
        controller.answers("POST /v1/evacuations/0b1d7c52/restore", Fleet.evacuation(EvacuationState.ENDED, 3, 0));

        Console.Result result = Console.run("restore", "us-east-1", "--author", "ops", "-c", controller.url());

        assertThat(result.out())
                .isEqualTo("Restored: the evacuation of us-east-1 (order 0b1d7c52) is over; its users return by the"
                        + " ramp.\n");
        assertThat(controller.requests()).contains("POST /v1/evacuations/0b1d7c52/restore {\"author\":\"ops\"}");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void restoreOfARegionThatIsNotEvacuatedNamesThoseThatAre() {
        controller.answers("GET /v1/evacuations", Fleet.evacuations(Fleet.evacuation(EvacuationState.CONVERGED, 3, 0)));

        Console.Result result = Console.run("restore", "us-west-2", "-c", controller.url());

        assertThat(result.err())
                .isEqualTo("No evacuation to restore: 'us-west-2' (expected: one of us-east-1 (order 0b1d7c52)).\n");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void anEvacuationThatEndedCannotBeRestored() {
        controller.answers("GET /v1/evacuations", Fleet.evacuations(Fleet.evacuation(EvacuationState.ENDED, 3, 0)));

        Console.Result result = Console.run("restore", "0b1d7c52", "-c", controller.url());

        assertThat(result.err()).contains("and there is none now");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    private void scriptFleet() {
        scriptFleet(Fleet.contingencies());
    }

    private void scriptFleet(ContingencyReport report) {
        controller.answers("GET /v1/status", Fleet.status());
        controller.answers("GET /v1/routing-policies/current", Fleet.publication());
        controller.answers("GET /v1/regions", Fleet.regions());
        controller.answers("GET /v1/edges", Fleet.edges());
        controller.answers("GET /v1/contingencies", report);
        controller.answers(
                "GET /v1/evacuations", Fleet.evacuations(Fleet.evacuation(EvacuationState.PUBLISHED, 1, 1825)));
    }
}

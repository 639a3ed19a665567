package dev.drover.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.api.problem.Problem;
import dev.drover.api.problem.ProblemType;
import dev.drover.api.rest.RestoreRequest;
import dev.drover.cli.ScriptedController;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControllersTest {

    private static final Problem UNAVAILABLE =
            Problem.of(ProblemType.UNAVAILABLE, "the store does not answer", List.of());
    private static final Timeouts SHORT = new Timeouts(Duration.ofMillis(200), Duration.ofMillis(300));

    record Greeting(String text) {}

    private final ScriptedController first = new ScriptedController();
    private final ScriptedController second = new ScriptedController();
    private Controllers controllers = new Controllers(List.of());

    @BeforeEach
    void bothAreKnown() {
        controllers = new Controllers(List.of(URI.create(first.url()), URI.create(second.url())));
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void theNextOneIsAskedWhenTheFirstIsGone() {
        first.close();
        second.answers("GET /x", new Greeting("hello"));

        assertThat(controllers.get("/x", Greeting.class).text()).isEqualTo("hello");
    }

    @Test
    void whoeverAnsweredIsAskedAgainFirst() {
        first.refuses("GET /x", UNAVAILABLE);
        second.answers("GET /x", new Greeting("hello"));

        Greeting once = controllers.get("/x", Greeting.class);
        Greeting twice = controllers.get("/x", Greeting.class);

        assertThat(List.of(once, twice)).hasSize(2);
        assertThat(first.requests()).hasSize(1);
        assertThat(second.requests()).hasSize(2);
    }

    @Test
    void aControllerWithoutItsStorePassesAChangeOn() {
        first.refuses("POST /x", UNAVAILABLE);
        second.answers("POST /x", new Greeting("done"));

        assertThat(controllers
                        .post("/x", new RestoreRequest("ops"), Greeting.class)
                        .text())
                .isEqualTo("done");
    }

    @Test
    void allWithoutAStoreIsARefusal() {
        first.refuses("POST /x", UNAVAILABLE);
        second.refuses("POST /x", UNAVAILABLE);

        assertThatThrownBy(() -> controllers.post("/x", new RestoreRequest("ops"), Greeting.class))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Nothing can be committed now: the store does not answer");
    }

    @Test
    void aRefusalIsNotAskedForASecondTime() {
        first.refuses("GET /x", Problem.of(ProblemType.NOT_FOUND, "no x", List.of()));

        assertThatThrownBy(() -> controllers.get("/x", Greeting.class)).isInstanceOf(RefusedException.class);
        assertThat(second.requests()).isEmpty();
    }

    @Test
    void aChangeThatMayHaveBeenHeardIsNotAskedForASecondTime() throws IOException {
        try (ServerSocket blackHole = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Controllers mixed = new Controllers(List.of(urlOf(blackHole), URI.create(second.url())), SHORT);

            assertThatThrownBy(() -> mixed.post("/x", new RestoreRequest("ops"), Greeting.class))
                    .isInstanceOf(NotReachedException.class)
                    .hasMessageContaining("It is not known whether this was done")
                    .hasMessageContaining("no answer within 300ms");
            assertThat(second.requests()).isEmpty();
        }
    }

    @Test
    void aQuestionThatNobodyAnswersIsAskedOfTheNext() throws IOException {
        second.answers("GET /x", new Greeting("hello"));
        try (ServerSocket blackHole = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Controllers mixed = new Controllers(List.of(urlOf(blackHole), URI.create(second.url())), SHORT);

            assertThat(mixed.get("/x", Greeting.class).text()).isEqualTo("hello");
        }
    }

    @Test
    void whoeverIsNoControllerIsNamed() {
        first.answersText("GET /x", 403, "text/html", "<html>");
        second.close();

        assertThatThrownBy(() -> controllers.get("/x", Greeting.class))
                .isInstanceOfSatisfying(NotReachedException.class, e -> assertThat(e.lines())
                        .containsExactly(
                                "No controller could be reached:",
                                "  " + first.url() + ": answered 403 as no controller does; is " + first.url()
                                        + " one?",
                                "  " + second.url() + ": connection refused",
                                "Start one (`drover demo` runs a whole world), or say where yours are: --controller"
                                        + " URL, or DROVER_CONTROLLERS in the environment."));
    }

    @Test
    void anAnswerThatCannotBeReadNamesThePlace() {
        first.answersText("GET /x", 200, "application/json", "{\"text\":[]}");

        assertThatThrownBy(() -> controllers.get("/x", Greeting.class))
                .isInstanceOf(NotReachedException.class)
                .hasMessageContaining(first.url() + ": its answer cannot be read: /text: ");
    }

    private static URI urlOf(ServerSocket socket) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
}

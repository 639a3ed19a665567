package dev.drover.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.cli.terminal.Presence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UsageTest {

    static Stream<Arguments> wrongUsages() {
        return Stream.of(
                Arguments.of("", "drover: no command (expected: one of those that `drover --help` shows)"),
                Arguments.of("statsu", "Did you mean: drover status"),
                Arguments.of("evacuate", "Missing required"),
                Arguments.of("evacuate us-east-1", "Missing required option: '--reason=TEXT'"),
                Arguments.of("evacuate US --reason x", "region name: 'US' (expected: 1 to 63 of a-z, 0-9 and '-'"),
                Arguments.of("evacuate us --reason x --expires-in soon", "duration: 'soon' (expected: a number and"),
                Arguments.of("evacuate us --reason x --pace fast", "expected one of [PLANNED, EMERGENCY]"),
                Arguments.of("evacuate us --reason --dry-run", "Expected parameter for option '--reason'"),
                Arguments.of("explain zero", "'zero' is not a long"),
                Arguments.of("explain 0", "REVISION: 0 (expected: 1 or more)"),
                Arguments.of("explain --edge a/b", "edge name: 'a/b' (expected: "),
                Arguments.of("restore a/b", "(expected: 1 to 64 letters, digits and dashes)"),
                Arguments.of("status -c ftp://x", "--controller: controller: 'ftp://x' (expected: http://host:port"),
                Arguments.of("status -o xml", "expected one of [TABLE, JSON]"));
    }

    @ParameterizedTest
    @MethodSource("wrongUsages")
    void wrongUsageSaysWhatWasExpected(String arguments, String message) {
        Console.Result result = Console.run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));

        assertThat(result.err().replaceAll("\\s+", " ")).contains(message);
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"'', --reason: blank", "' ', --reason: blank", "'a\u0007', --reason: 2 characters"})
    void aReasonMustSaySomething(String reason, String message) {
        Console.Result result = Console.run("evacuate", "us-east-1", "--reason", reason);

        assertThat(result.err().replaceAll("\\s+", " ")).contains(message, "(expected: 1 to 500 printable characters)");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void whatTheLocaleCannotReadIsNotTakenForAReason() {
        Console.Result result = Console.run("evacuate", "us-east-1", "--reason", "St\ufffdrung");

        assertThat(result.err()).contains("cannot be read in this locale (expected: characters that it has");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void nobodyReachedSaysWhoWasTriedAndWhatToDo() throws IOException {
        String gone = closedUrl();

        Console.Result result = Console.run("status", "-c", gone);

        assertThat(result.err())
                .isEqualTo("No controller could be reached:\n"
                        + "  " + gone + ": connection refused\n"
                        + "Start one (`drover demo` runs a whole world), or say where yours are:\n"
                        + "--controller URL, or DROVER_CONTROLLERS in the environment.\n");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void controllersAreTakenFromTheEnvironment() throws IOException {
        String gone = closedUrl();

        Console.Result result = Console.run(Map.of("DROVER_CONTROLLERS", gone), Presence.PROGRAM, "", "agents");

        assertThat(result.err()).contains(gone + ": connection refused");
    }

    @Test
    void aWrongLogLevelIsNamed() {
        Console.Result result = Console.run(Map.of("DROVER_LOG", "loud"), Presence.PROGRAM, "", "agents");

        assertThat(result.err())
                .isEqualTo("drover: DROVER_LOG: 'LOUD' (expected: one of [OFF, ERROR, WARN, INFO, DEBUG, TRACE])\n");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0, , WARN, WARN", "0, debug, WARN, DEBUG", "1, debug, WARN, INFO", "2, , INFO, DEBUG"})
    void whatIsAskedForCountsBeforeTheEnvironment(int verbosity, String environment, String usual, String level) {
        assertThat(Logging.levelOf(verbosity, Optional.ofNullable(environment), usual))
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"--help", "help", "status --help", "help evacuate", "--version", "evacuate --help"})
    void helpIsAResult(String arguments) {
        Console.Result result = Console.run(arguments.split(" ", -1));

        assertThat(result.out()).contains("drover");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    private static String closedUrl() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }
    }
}

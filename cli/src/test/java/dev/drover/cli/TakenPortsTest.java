package dev.drover.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of Drover that cannot be started, since somebody else listens where they would. */
class TakenPortsTest {

    private ServerSocket somebody;

    @BeforeEach
    void listen() throws IOException {
        somebody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        somebody.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "users and probes                 | region us-east-1 --capacity 100 --port PORT",
                "faults                           | region us-east-1 --capacity 100 --port 0 --control-port PORT",
                "users                            | agent --id fra/1 --controllers http://127.0.0.1:1 --state target/no"
                        + " --port PORT --admin-port 0",
                "health, metrics and status       | agent --id fra/1 --controllers http://127.0.0.1:1 --state target/no"
                        + " --port 0 --admin-port PORT",
                "agents and operators             | controller --id a --zookeeper 127.0.0.1:1"
                        + " --policy ../policies/homepage.yaml --port PORT",
                "embedded zookeeper               | controller --id a --embedded-zookeeper target/no"
                        + " --policy ../policies/homepage.yaml --port 0 --embedded-zookeeper-port PORT",
            })
    void thePortAndWhatItIsForAreNamed(String what, String command) {
        String port = String.valueOf(somebody.getLocalPort());

        Console.Result result = Console.run(Stream.of(command.split(" "))
                .map(word -> word.equals("PORT") ? port : word)
                .toArray(String[]::new));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().replaceAll("\\s+", " "))
                .contains("cannot listen on 127.0.0.1:" + port + " (" + what + "): Address already in use");
    }

    @ParameterizedTest
    @CsvSource({"-1", "65536"})
    void aNumberThatIsNoPortIsNamed(String port) {
        Console.Result result = Console.run(
                "controller",
                "--id",
                "a",
                "--zookeeper",
                "127.0.0.1:1",
                "--policy",
                "../policies/homepage.yaml",
                "--port=" + port);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("port " + port + " (agents and operators) (expected: 0 to 65535)");
    }
}

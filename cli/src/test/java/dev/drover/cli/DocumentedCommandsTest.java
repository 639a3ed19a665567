package dev.drover.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.drover.cli.terminal.Presence;
import dev.drover.cli.terminal.Streams;
import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.text.Look;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentedCommandsTest {

    /** A command to the end of its line, or to where the shell does something else. */
    private static final Pattern COMMAND =
            Pattern.compile("(?<=^|; |\\$\\()(?:\\./drover|part [\\w-]+) ([^|;&<>#\n]*)", Pattern.MULTILINE);

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    static Stream<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Markdown.TOP, 3)) {
            return files
                    .map(file -> Markdown.TOP.relativize(file).toString())
                    .filter(name -> name.endsWith(".md") && !name.contains("target/"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static Stream<String> commands() throws IOException {
        return pages().flatMap(DocumentedCommandsTest::commandsOf).distinct();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandInTheDocumentsIsOneThatThereIs(String command) {
        String[] arguments = WORD.matcher(command)
                .results()
                .map(DocumentedCommandsTest::word)
                .toArray(String[]::new);

        assertThatCode(() -> Main.commandLine(nowhere()).parseArgs(arguments)).doesNotThrowAnyException();
    }

    @Test
    void theReadmesWorldIsAmongThem() throws IOException {
        assertThat(commands().toList())
                .contains("demo --scenario region-outage --exit", "status", "explain --edge iad")
                .anyMatch(command -> command.startsWith("controller --id controller-1 --embedded-zookeeper "))
                .anyMatch(command -> command.startsWith("agent --id sfo/1 "))
                .anyMatch(command -> command.startsWith("load http://127.0.0.1:7204/ "));
    }

    private static Stream<String> commandsOf(String page) {
        return Markdown.blocks(page, "sh").stream()
                .map(block -> block.replace("\\\n", " ").replaceAll("(?m)(^|\\s)#.*", ""))
                .flatMap(block -> COMMAND.matcher(block).results())
                .map(found -> found.group(1).replaceAll("\\s+", " ").strip())
                .filter(command -> !command.contains("$@"));
    }

    private static String word(MatchResult word) {
        String text = Stream.of(1, 2, 3)
                .map(word::group)
                .filter(group -> group != null)
                .findFirst()
                .orElse("");
        return text.equals("$DROVER_CONTROLLERS") ? "http://127.0.0.1:7000,http://127.0.0.1:7001" : text;
    }

    private static Terminal nowhere() {
        PrintStream nothing = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Terminal(
                new Streams(new BufferedReader(Reader.nullReader()), nothing, nothing),
                Look.PLAIN,
                Presence.PROGRAM,
                Map.of(),
                InstantSource.fixed(Fleet.NOW));
    }
}

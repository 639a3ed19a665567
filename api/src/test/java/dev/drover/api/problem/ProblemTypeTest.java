package dev.drover.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTypeTest {

    private static final String HEADING = "## ";

    /** The text of each section of {@code docs/problems.md}, by its heading. */
    private static Map<String, String> sections() throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        String heading = "";
        for (String line : Files.readAllLines(Path.of("..", "docs", "problems.md"))) {
            if (line.startsWith(HEADING)) {
                heading = line.substring(HEADING.length());
                sections.put(heading, "");
            } else {
                sections.merge(heading, line + "\n", String::concat);
            }
        }
        sections.remove("");
        return sections;
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemIsDocumentedWithWhatToDoNext(ProblemType type) throws IOException {
        assertThat(sections().get(type.id()))
                .contains("`" + type.status() + "`")
                .contains("**What happened.** ")
                .contains("**What to do next.** ");
    }

    @Test
    void nothingElseIsDocumentedAsAProblem() throws IOException {
        List<String> ids =
                Arrays.stream(ProblemType.values()).map(ProblemType::id).toList();

        assertThat(sections().keySet()).containsExactlyElementsOf(ids);
    }

    @ParameterizedTest
    @EnumSource
    void statusIsAnErrorOfTheCallerOrOfDrover(ProblemType type) {
        assertThat(type.status()).isBetween(400, 599);
        assertThat(type.title()).isNotBlank();
        assertThat(type.id()).matches("[a-z]+(-[a-z]+)*");
        assertThat(type.uri()).hasFragment(type.id());
    }

    @Test
    void noTwoProblemsShareATypeOrATitle() {
        assertThat(ProblemType.values()).extracting(ProblemType::uri).doesNotHaveDuplicates();
        assertThat(ProblemType.values()).extracting(ProblemType::title).doesNotHaveDuplicates();
    }

    @Test
    void exceptionBecomesTheProblemThatTheCallerIsTold() {
        FieldFault fault = new FieldFault("/reason", "blank (expected: 1 to 500 printable characters)");
        ProblemException exception = new ProblemException(ProblemType.INVALID_REQUEST, "reason: blank", List.of(fault));

        assertThat(exception.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(exception.problem())
                .isEqualTo(new Problem(
                        URI.create("https://drover.dev/problems#invalid-request"),
                        "The request is not valid",
                        400,
                        "reason: blank",
                        List.of(fault)));
    }
}

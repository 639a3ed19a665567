package dev.drover.api.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.drover.api.yaml.UnreadableYamlException;
import dev.drover.api.yaml.YamlDocument;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileYamlTest {

    private static final String MINIMAL = SteeringPoliciesTest.MINIMAL;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\n",
                "# only a comment\n",
                "---\n",
                "[]",
                "- a\n- b\n",
                "text",
                "5",
                "~",
                "true",
                "\"\""
            })
    void fileWithoutAMapIsRefused(String text) {
        assertThatThrownBy(() -> SteeringPolicies.read("p.yaml", text))
                .isExactlyInstanceOf(UnreadableYamlException.class)
                .hasMessageMatching("p\\.yaml:\\d+:\\d+: no map \\(expected: service: .*");
    }

    @Test
    void manyLaughsAreRefusedAtTheFirstAlias() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [ha, ha]\n");
        for (int level = 1; level < 30; level++) {
            laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(level, level, level - 1, level - 1));
        }

        assertThatThrownBy(() -> SteeringPolicies.read("p.yaml", laughs.toString()))
                .isExactlyInstanceOf(UnreadableYamlException.class)
                .hasMessage("p.yaml:2:10: alias '*a0' (expected: the value written out)");
    }

    static Stream<String> deepOnes() {
        return Stream.of("[", "{a: ", "- ", "? ", "{? ", "[{a: ", "!!set {a: ", "&a [")
                .map(one -> one.repeat(1_000));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("deepOnes")
    void thousandLevelsAreRefusedBeforeAnythingIsBuilt(String text) {
        assertThatThrownBy(() -> SteeringPolicies.read("p.yaml", text))
                .isExactlyInstanceOf(UnreadableYamlException.class)
                .hasMessageMatching("p\\.yaml:1:\\d+: (nested deeper than 32 \\(expected: at most that\\)|tag .*)");
    }

    @Test
    void thirtyTwoLevelsAreLookedAt() {
        String deep = "{a: ".repeat(32) + "1" + "}".repeat(32);

        assertThatThrownBy(() -> SteeringPolicies.read("p.yaml", deep)).hasMessageContaining("a: unknown field");
        assertThatThrownBy(() -> SteeringPolicies.read("p.yaml", "{a: " + deep + "}"))
                .hasMessage("p.yaml:1:129: nested deeper than 32 (expected: at most that)");
    }

    @Test
    void oversizeFileIsRefused() {
        String padding = "#".repeat(YamlDocument.MAX_CHARACTERS - MINIMAL.length());

        assertThatCode(() -> SteeringPolicies.read("p.yaml", MINIMAL + padding)).doesNotThrowAnyException();
        assertThatThrownBy(() -> SteeringPolicies.read("p.yaml", MINIMAL + padding + "#"))
                .isExactlyInstanceOf(UnreadableYamlException.class)
                .hasMessage("p.yaml:1:1: 262145 characters (expected: at most 262144)");
    }

    @Test
    void secondDocumentIsRefused() {
        assertThatThrownBy(() -> SteeringPolicies.read("p.yaml", MINIMAL + "---\n" + MINIMAL))
                .isExactlyInstanceOf(UnreadableYamlException.class)
                .hasMessage("p.yaml:9:1: a second document (expected: one)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | \\u0000", "7 | \\u0007", "27 | \\u001b", "65534 | \ufffe", "55357 | \\ud83d"})
    void characterThatYamlForbidsIsRefusedByItsPlace(int character, String shown) {
        String text = MINIMAL + "judge: {}\nagents: " + (char) character + "{}\n";

        assertThatThrownBy(() -> SteeringPolicies.read("p.yaml", text))
                .isExactlyInstanceOf(UnreadableYamlException.class)
                .hasMessage("p.yaml:10:9: character '" + shown + "' (expected: printable characters)");
    }

    @Test
    void escapedCharactersOfAValueAreNotRepeatedRaw() {
        String text = MINIMAL.replace("homepage", "\"\\e[2J\\ud83d\\u202E\\n\"");

        assertThatThrownBy(() -> SteeringPolicies.read("p.yaml", text))
                .hasMessageStartingWith("p.yaml:1:1: service: service name: '\\u001b[2J\\ud83d\\u202e\\u000a' (");
    }

    @Test
    void hugeValuesAndKeysAreNotRepeatedInTheError() {
        String huge = "x".repeat(100_000);
        for (String text : List.of(
                MINIMAL.replace("homepage", huge),
                MINIMAL.replace("service", huge),
                MINIMAL.replace("1000", "9".repeat(100_000)),
                MINIMAL.replace("http://10.0.0.1:8080", huge),
                MINIMAL + huge,
                MINIMAL + "judge: {downAfter: " + huge + "}",
                MINIMAL + "? " + huge + "\n? " + huge + "\n",
                MINIMAL + "judge: !" + huge + " {}",
                MINIMAL + "judge: *" + huge,
                MINIMAL + "agents: {probe: {path: /" + huge + "}}")) {
            assertThatThrownBy(() -> SteeringPolicies.read("p.yaml", text))
                    .isExactlyInstanceOf(UnreadableYamlException.class)
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1_500));
        }
    }

    @Property(tries = 400)
    void noChangeOfSomeCharactersBringsAnyOtherError(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(MINIMAL + "judge: {downAfter: 5s}\nramp:\n  returnBake: 1m\n");
        String noise = "{}[]\"':,-?&*!|>%@`#~\n\t 09.eE\ud83d\u0000\u0085\u2028<y";
        for (int change = random.nextInt(5); change >= 0; change--) {
            int at = random.nextInt(text.length());
            text.replace(
                    at,
                    at + random.nextInt(2),
                    noise.substring(random.nextInt(noise.length())).substring(0, 1));
        }

        Throwable thrown = catchThrowable(() ->
                assertThat(SteeringPolicies.read("p.yaml", text.toString())).isNotNull());

        if (thrown != null) {
            assertThat(thrown).isExactlyInstanceOf(UnreadableYamlException.class);
            assertThat(thrown.getMessage())
                    .matches("(?s)p\\.yaml:\\d+:\\d+: .*\\(expected: .*")
                    .doesNotContainPattern("(?i)\\bjava|snakeyaml|jackson|exception");
        }
    }
}

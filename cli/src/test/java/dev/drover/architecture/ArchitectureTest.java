package dev.drover.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.drover.decision.canary.BreaksEveryRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain tests that check rules, for some test runners skip ArchUnit's own kind without a word. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.drover");

    static Stream<Named<ArchRule>> rules() {
        return Stream.concat(
                rulesThatTheCanaryBreaks(),
                Stream.of(
                                Rules.API_KNOWS_NO_SHELL,
                                Rules.SIMULATION_KNOWS_NO_ADAPTER,
                                Rules.SIMULATION_READS_NO_CLOCK_AND_THROWS_NO_DICE,
                                Rules.NOBODY_LOGS_BY_JAVA_UTIL_LOGGING,
                                Rules.PACKAGES_HAVE_NO_CYCLES)
                        .map(ArchitectureTest::named));
    }

    static Stream<Named<ArchRule>> rulesThatTheCanaryBreaks() {
        return Stream.of(
                        Rules.MODULES_DEPEND_DOWNWARDS,
                        Rules.CORE_KNOWS_VALUES_ONLY,
                        Rules.PURE_READS_NO_CLOCK_AND_THROWS_NO_DICE,
                        Rules.PURE_NEVER_GOES_BY_HASH_ORDER,
                        Rules.DECISION_HOLDS_NO_STATE,
                        Rules.ZOOKEEPER_STAYS_IN_ITS_ADAPTERS,
                        Rules.NOBODY_BLOCKS,
                        Rules.NOBODY_PRINTS)
                .map(ArchitectureTest::named);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProductKeepsEveryRule(ArchRule rule) {
        rule.check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rulesThatTheCanaryBreaks")
    void aClassThatBreaksARuleIsCaught(ArchRule rule) {
        JavaClasses withCanary = new ClassFileImporter()
                .importClasses(BreaksEveryRule.class, dev.drover.cli.terminal.UsageException.class, Object.class);

        assertThat(rule.evaluate(withCanary).hasViolation()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dev.drover.api.slot", "dev.drover.decision", "dev.drover.controller.store", "dev.drover.cli"})
    void everyModuleIsSeen(String packageName) {
        assertThat(PRODUCT.containPackage(packageName)).isTrue();
    }

    @Test
    void testsAreNotTakenForTheProduct() {
        assertThat(PRODUCT.contain(BreaksEveryRule.class)).isFalse();
    }

    private static Named<ArchRule> named(ArchRule rule) {
        return Named.of(rule.getDescription(), rule);
    }
}

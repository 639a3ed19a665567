package dev.drover.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callCodeUnitWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.lang.ArchRule;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.Serializable;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Who may know whom, and what each may do. */
final class Rules {

    static final ArchRule MODULES_DEPEND_DOWNWARDS = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.drover..")
            .layer("api")
            .definedBy(Packages.API)
            .layer("decision")
            .definedBy(Packages.DECISION)
            .layer("controller")
            .definedBy("dev.drover.controller..")
            .layer("edge")
            .definedBy("dev.drover.edge..")
            .layer("simulation")
            .definedBy("dev.drover.simulation..")
            .layer("lab")
            .definedBy("dev.drover.lab..")
            .layer("cli")
            .definedBy(Packages.CLI)
            .whereLayer("api")
            .mayNotAccessAnyLayer()
            .whereLayer("decision")
            .mayOnlyAccessLayers("api")
            .whereLayer("controller")
            .mayOnlyAccessLayers("api", "decision")
            .whereLayer("edge")
            .mayOnlyAccessLayers("api")
            .whereLayer("simulation")
            .mayOnlyAccessLayers("api", "decision", "controller", "edge")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .as("api knows nobody, decision knows api, controller both, the agent api, and nobody knows the command");

    static final ArchRule CORE_KNOWS_VALUES_ONLY = classes()
            .that(Packages.CORE)
            .should()
            .onlyDependOnClassesThat(Packages.PURE
                    .or(Predicates.resideInAnyPackage(
                            "java.lang..",
                            "java.math",
                            "java.net",
                            "java.time..",
                            "java.util",
                            "java.util.function",
                            "java.util.random",
                            "java.util.regex",
                            "java.util.stream",
                            "org.jspecify..",
                            "com.google.errorprone.annotations.."))
                    .or(Predicates.equivalentTo(Serializable.class))
                    .as("are values"));

    static final ArchRule API_KNOWS_NO_SHELL = noClasses()
            .that()
            .resideInAPackage(Packages.API)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx..",
                    "io.netty..",
                    "io.micrometer..",
                    "org.apache.zookeeper..",
                    "org.apache.curator..",
                    "org.slf4j..",
                    "java.util.concurrent..");

    static final ArchRule PURE_READS_NO_CLOCK_AND_THROWS_NO_DICE = noClasses()
            .that(Packages.PURE)
            .should(callCodeUnitWhere(Calls.UNREPEATABLE))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(InstantSource.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class);

    static final ArchRule PURE_NEVER_GOES_BY_HASH_ORDER = noClasses()
            .that(Packages.PURE)
            .should(callCodeUnitWhere(Calls.UNORDERED))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(HashMap.class, HashSet.class, IdentityHashMap.class, ConcurrentHashMap.class);

    static final ArchRule DECISION_HOLDS_NO_STATE = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(Packages.DECISION)
            .should()
            .notBeFinal()
            .allowEmptyShould(true);

    static final ArchRule ZOOKEEPER_STAYS_IN_ITS_ADAPTERS = noClasses()
            .that()
            .resideOutsideOfPackages("..store.zookeeper..", "..election.zookeeper..", "..controller.zookeeper..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.zookeeper..", "org.apache.curator..");

    static final ArchRule SIMULATION_KNOWS_NO_ADAPTER = noClasses()
            .that()
            .resideInAPackage(Packages.SIMULATION)
            .should()
            .dependOnClassesThat(Predicates.resideInAPackage("io.vertx..")
                    .and(DescribedPredicate.not(Predicates.belongToAnyOf(Future.class, Promise.class)))
                    .or(Predicates.resideInAnyPackage(
                            "..zookeeper..",
                            "..vertx",
                            "..probe.http..",
                            "..edge.proxy..",
                            "..edge.node..",
                            "..edge.admin..",
                            "io.netty.."))
                    .as("are adapters, or Vert.x beyond its futures"));

    static final ArchRule SIMULATION_READS_NO_CLOCK_AND_THROWS_NO_DICE =
            noClasses().that().resideInAPackage(Packages.SIMULATION).should(callCodeUnitWhere(Calls.UNREPEATABLE));

    static final ArchRule NOBODY_BLOCKS =
            noClasses().that(outsideOfTheCommand()).should(callCodeUnitWhere(Calls.BLOCKING));

    static final ArchRule NOBODY_PRINTS =
            noClasses().that(outsideOfTheCommand()).should(ACCESS_STANDARD_STREAMS);

    static final ArchRule NOBODY_LOGS_BY_JAVA_UTIL_LOGGING = noClasses().should(USE_JAVA_UTIL_LOGGING);

    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.drover.(**)").should().beFreeOfCycles();

    private Rules() {}

    private static DescribedPredicate<JavaClass> outsideOfTheCommand() {
        return Predicates.resideOutsideOfPackage(Packages.CLI);
    }
}

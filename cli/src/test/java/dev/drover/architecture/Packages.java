package dev.drover.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Which packages are what. */
final class Packages {

    static final String API = "dev.drover.api..";
    static final String DECISION = "dev.drover.decision..";
    static final String SIMULATION = "dev.drover.simulation..";
    static final String CLI = "dev.drover.cli..";

    /** The agent's logic; its shell is beside it. */
    private static final String[] AGENT_CORE = {
        "dev.drover.edge.adopt..",
        "dev.drover.edge.overlay..",
        "dev.drover.edge.report..",
        "dev.drover.edge.retry..",
        "dev.drover.edge.route..",
        "dev.drover.edge.view..",
    };

    /** They share their package with the shell's wiring. */
    private static final DescribedPredicate<JavaClass> AGENT_CORE_ITSELF = DescribedPredicate.describe(
            "AgentCore and its values",
            type -> type.getBaseComponentType()
                    .getFullName()
                    .matches(
                            "dev\\.drover\\.edge\\.(AgentCore|AgentStatus|Effect|InForce|Now|OutgoingRequest|Regions)(\\$.*)?"));

    /** What decides: the decision and the agent's core. */
    static final DescribedPredicate<JavaClass> CORE = resideInAnyPackage(DECISION)
            .or(resideInAnyPackage(AGENT_CORE))
            .or(AGENT_CORE_ITSELF)
            .as("what decides");

    /** What is the same wherever and whenever it runs. */
    static final DescribedPredicate<JavaClass> PURE =
            CORE.or(resideInAnyPackage(API)).as("what is pure");

    private Packages() {}
}

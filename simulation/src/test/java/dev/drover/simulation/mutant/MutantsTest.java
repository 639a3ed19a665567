package dev.drover.simulation.mutant;

import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MutantsTest {

    private static final String MEMORY = "dev.drover.controller.store.memory.";

    /** Each with the seeds that catch it quickest. */
    static List<Mutant> mutants() {
        return Stream.of(ofLeadership(), ofAgents(), ofTheDecision())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Mutant> ofLeadership() {
        return List.of(
                mutant(
                        "the store does not check the fence",
                        List.of("I2"),
                        List.of(62L, 38L),
                        new Mutant.Change(MEMORY + "MemoryCluster", "check", Faults.DoesNothing.class)),
                mutant(
                        "agents get a publication before the store has it",
                        List.of("I3"),
                        List.of(1L, 2L),
                        new Mutant.Change(
                                "dev.drover.controller.loop.Steersman", "publish", Faults.PublishesFirst.class)),
                mutant(
                        "the cleaner takes what it finds",
                        List.of("I13"),
                        List.of(61L, 18L, 62L),
                        new Mutant.Change(MEMORY + "MemoryCluster", "mayForget", Faults.Yes.class)),
                mutant(
                        "an order is acknowledged and not kept",
                        List.of("I15"),
                        List.of(4L, 13L, 25L),
                        new Mutant.Change(
                                MEMORY + "InMemorySteeringStore", "replaceOrders", Faults.PretendsToWrite.class)),
                mutant(
                        "a fenced leader never tries again",
                        List.of("I22"),
                        List.of(3L, 5L, 6L),
                        new Mutant.Change("dev.drover.controller.loop.Steersman", "takeFenced", Faults.Yes.class)));
    }

    private static List<Mutant> ofAgents() {
        return List.of(
                mutant(
                        "an agent applies what is not newer",
                        List.of("I1"),
                        List.of(1L, 7L, 33L),
                        new Mutant.Change("dev.drover.edge.adopt.Adopter", "ageFault", Faults.NoFault.class)),
                mutant(
                        "a duplicate of a report counts again",
                        List.of("I17"),
                        List.of(1L, 2L),
                        new Mutant.Change(
                                "dev.drover.controller.session.AgentRecord",
                                "take",
                                Faults.ForgetsTheLastReport.class)));
    }

    private static List<Mutant> ofTheDecision() {
        return List.of(
                mutant(
                        "a ramp bakes no step",
                        List.of("I8"),
                        List.of(1L, 2L, 42L),
                        new Mutant.Change("dev.drover.decision.rotate.Ramp", "isBaking", Faults.No.class)),
                mutant(
                        "a stale report counts for ever",
                        List.of("I12"),
                        List.of(27L, 44L, 19L),
                        new Mutant.Change("dev.drover.decision.observe.AgentObservation", "isFresh", Faults.Yes.class)),
                mutant(
                        "health ends an operator's evacuation",
                        List.of("I6"),
                        List.of(13L, 62L),
                        new Mutant.Change("dev.drover.decision.Inputs", "activeFor", Faults.EndsByItself.class)),
                mutant(
                        "panic empties the table",
                        List.of("I4"),
                        List.of(1L, 12L, 92L),
                        new Mutant.Change("dev.drover.decision.Decider", "plan", Faults.EmptiesInPanic.class)),
                mutant(
                        "understudies ignore capacity",
                        List.of("I7"),
                        List.of(1L, 2L, 3L),
                        new Mutant.Change(
                                "dev.drover.decision.plan.Understudies",
                                named("of").and(not(isStatic())),
                                Faults.IgnoresCapacity.class)),
                mutant(
                        "no guard holds",
                        List.of("I10"),
                        List.of(1L, 20L, 28L),
                        new Mutant.Change("dev.drover.decision.rotate.Guards", "against", Faults.Nothing.class)));
    }

    private static Mutant mutant(String name, List<String> caughtBy, List<Long> seeds, Mutant.Change change) {
        return new Mutant(name, List.of(change), caughtBy, seeds);
    }

    @Tag("realtime")
    @ParameterizedTest
    @MethodSource("mutants")
    void everyPlantedFaultIsCaught(Mutant mutant) throws ReflectiveOperationException {
        assertThat(mutant.brokenPromise()).isIn(mutant.caughtBy());
    }
}

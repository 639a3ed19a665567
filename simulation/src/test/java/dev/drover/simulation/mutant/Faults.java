package dev.drover.simulation.mutant;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.Evacuation;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import dev.drover.decision.Memory;
import dev.drover.decision.plan.Fleet;
import dev.drover.decision.plan.Plan;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The faults themselves. Their code is copied into the methods that they change: what it sets is read there. */
@SuppressWarnings("UnusedVariable")
final class Faults {

    private Faults() {}

    /** The method does nothing. */
    static final class DoesNothing {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean skip() {
            return true;
        }
    }

    /** The method says yes. */
    static final class Yes {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean answer) {
            answer = true;
        }
    }

    /** The method says no. */
    static final class No {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean answer) {
            answer = false;
        }
    }

    /** The method finds nothing wrong. */
    static final class NoFault {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) String fault) {
            fault = null;
        }
    }

    /** The method finds nothing. */
    static final class Nothing {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Optional<?> found) {
            found = Optional.empty();
        }
    }

    /** The last report is forgotten before the next is looked at. */
    static final class ForgetsTheLastReport {
        @Advice.OnMethodEnter
        static void enter(
                @Advice.FieldValue(value = "report", readOnly = false, typing = Assigner.Typing.DYNAMIC)
                        Object report) {
            report = null;
        }
    }

    /** Agents get a publication before the store has it. */
    static final class PublishesFirst {
        @Advice.OnMethodEnter
        static void enter(
                @Advice.FieldValue("ports") dev.drover.controller.loop.LoopPorts ports,
                @Advice.Argument(1) Object attempt)
                throws ReflectiveOperationException {
            java.lang.reflect.Method publication = attempt.getClass().getDeclaredMethod("publication");
            publication.setAccessible(true);
            ports.sessions().publish(((dev.drover.controller.store.Publication) publication.invoke(attempt)).policy());
        }
    }

    /** An order ends by itself after half a minute. */
    static final class EndsByItself {
        @Advice.OnMethodExit
        static void exit(
                @Advice.Argument(1) Instant now,
                @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Optional<Evacuation> order) {
            if (order.isPresent()
                    && order.get().createdAt().plus(Duration.ofSeconds(30)).isBefore(now)) {
                order = Optional.empty();
            }
        }
    }

    /** A write is acknowledged that never happens. */
    static final class PretendsToWrite {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean skip() {
            return true;
        }

        @Advice.OnMethodExit
        static void exit(
                @Advice.Argument(0) int version,
                @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Future<Integer> answer) {
            answer = Future.succeededFuture(version + 1);
        }
    }

    /** All slots of a lost region have one understudy, however small it is. */
    static final class IgnoresCapacity {
        @Advice.OnMethodExit
        static void exit(
                @Advice.FieldValue("fleet") Fleet fleet,
                @Advice.Argument(0) RegionId lost,
                @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC)
                        SortedMap<Owner, Integer> understudies) {
            for (Map.Entry<RegionId, Double> region : fleet.capacityRps().entrySet()) {
                if (!region.getKey().equals(lost) && region.getValue() > 0) {
                    understudies = new TreeMap<>();
                    understudies.put(Owner.of(region.getKey()), Slots.COUNT);
                    return;
                }
            }
        }
    }

    /** While there is panic everybody is shed. */
    static final class EmptiesInPanic {
        @Advice.OnMethodExit
        static void exit(@Advice.FieldValue("memory") Memory memory, @Advice.Return(readOnly = false) Plan plan) {
            if (memory.panicSince() != null) {
                SortedMap<EdgeId, SlotTable> tables = new TreeMap<>();
                for (EdgeId edge : plan.tables().keySet()) {
                    tables.put(edge, SlotTable.allAt(Owner.SHED, Owner.SHED));
                }
                plan = new Plan(tables, Optional.of("panic"), Plan.Change.OWNERS);
            }
        }
    }
}

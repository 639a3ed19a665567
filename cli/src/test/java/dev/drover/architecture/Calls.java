package dev.drover.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import java.util.Arrays;
import java.util.function.Predicate;

/** Calls that some code must not make. */
final class Calls {

    /** Clocks, dice, and what else differs from run to run. */
    static final DescribedPredicate<JavaCall<?>> UNREPEATABLE = describe(
            "reads a clock, throws dice or asks its surroundings",
            call -> (call.getName().equals("now") && owner(call).startsWith("java.time."))
                    || is(call, "java.lang.System", "currentTimeMillis", "nanoTime", "identityHashCode", "getenv")
                    || is(call, "java.lang.Math", "random")
                    || is(call, "java.util.UUID", "randomUUID")
                    || is(call, "java.util.Collections", "shuffle")
                    || is(call, "java.time.ZoneId", "systemDefault")
                    || is(call, "java.util.Locale", "getDefault"));

    /** Collections that iterate in another order in each JVM, and streams that do in each run. */
    static final DescribedPredicate<JavaCall<?>> UNORDERED = describe(
            "makes a collection in hash order",
            call -> is(call, "java.util.Map", "copyOf", "ofEntries")
                    || is(call, "java.util.Set", "copyOf")
                    || (is(call, "java.util.Map", "of") && parameters(call) > 2)
                    || (is(call, "java.util.Set", "of") && parameters(call) > 1)
                    || is(call, "java.util.stream.Collectors", "toSet", "toUnmodifiableSet", "toUnmodifiableMap")
                    || (is(call, "java.util.stream.Collectors", "toMap") && parameters(call) < 4)
                    || (is(call, "java.util.stream.Collectors", "groupingBy") && parameters(call) < 3)
                    || call.getName().equals("parallelStream"));

    /** What stops a thread until something happens. */
    static final DescribedPredicate<JavaCall<?>> BLOCKING = describe(
            "blocks",
            call -> is(call, "java.lang.Thread", "sleep")
                    || is(call, "java.util.concurrent.TimeUnit", "sleep")
                    || is(call, "io.vertx.core.Future", "await"));

    private Calls() {}

    private static DescribedPredicate<JavaCall<?>> describe(String description, Predicate<JavaCall<?>> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    private static boolean is(JavaCall<?> call, String owner, String... names) {
        return owner(call).equals(owner) && Arrays.asList(names).contains(call.getName());
    }

    private static String owner(JavaCall<?> call) {
        return call.getTargetOwner().getFullName();
    }

    private static int parameters(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().size();
    }
}

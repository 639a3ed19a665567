package dev.drover.simulation.mutant;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.reflect.Method;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;

/**
 * A fault in the product.
 *
 * @param name what is wrong
 * @param changes that make it so
 * @param caughtBy the promises that may catch it
 * @param seeds in which it is caught, the quickest first
 */
record Mutant(String name, List<Change> changes, List<String> caughtBy, List<Long> seeds) {

    /** One method of one class does something else. */
    record Change(String type, ElementMatcher<? super MethodDescription> method, Class<?> advice) {
        Change(String type, String method, Class<?> advice) {
            this(type, named(method), advice);
        }
    }

    /** The first promise that it breaks in its seeds; empty if it survives. */
    String brokenPromise() throws ReflectiveOperationException {
        Method probe = probe();
        for (long seed : seeds) {
            String broken = (String) probe.invoke(null, seed);
            if (!broken.isEmpty()) {
                return broken;
            }
        }
        return "";
    }

    /** {@link Probe#brokenPromise} of a product that has the fault. */
    Method probe() throws ReflectiveOperationException {
        return new MutantLoader(changed()).loadClass(Probe.class.getName()).getMethod("brokenPromise", long.class);
    }

    private SortedMap<String, byte[]> changed() {
        SortedMap<String, byte[]> changed = new TreeMap<>();
        ClassFileLocator locator = ClassFileLocator.ForClassLoader.of(Mutant.class.getClassLoader());
        for (Change change : changes) {
            TypePool pool = TypePool.Default.of(locator);
            changed.put(
                    change.type,
                    new ByteBuddy()
                            .redefine(pool.describe(change.type).resolve(), locator)
                            .visit(Advice.to(change.advice).on(change.method))
                            .make()
                            .getBytes());
        }
        return changed;
    }

    @Override
    public String toString() {
        return name;
    }
}

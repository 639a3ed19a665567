package dev.drover.simulation.mutant;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
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
    record Change(String type, String method, Class<?> advice) {}

    /** The first promise that it breaks in those seeds; empty if it survives. */
    String brokenPromise() throws ReflectiveOperationException {
        for (long seed : seeds) {
            String broken = brokenPromise(seed);
            if (!broken.isEmpty()) {
                return broken;
            }
        }
        return "";
    }

    /** The promise that it breaks in that seed; empty if none. */
    String brokenPromise(long seed) throws ReflectiveOperationException {
        Class<?> probe = new MutantLoader(changed()).loadClass(Probe.class.getName());
        return (String) probe.getMethod("brokenPromise", long.class).invoke(null, seed);
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
                            .visit(Advice.to(change.advice).on(named(change.method)))
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

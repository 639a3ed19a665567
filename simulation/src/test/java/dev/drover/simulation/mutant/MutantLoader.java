package dev.drover.simulation.mutant;

import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;

/** Loads the product anew, child first, with some classes changed; everything else is its parent's. */
final class MutantLoader extends ClassLoader {

    private static final String PRODUCT = "dev.drover.";

    private final SortedMap<String, byte[]> changed;

    MutantLoader(SortedMap<String, byte[]> changed) {
        super(MutantLoader.class.getClassLoader());
        this.changed = changed;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(PRODUCT)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = changed.get(name);
        try (InputStream original = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (original == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] code = bytes == null ? original.readAllBytes() : bytes;
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}

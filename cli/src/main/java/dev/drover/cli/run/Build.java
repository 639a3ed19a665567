package dev.drover.cli.run;

import org.jspecify.annotations.Nullable;

/** Which build this is. */
final class Build {

    /** As the jar's manifest says it. */
    static final String NAME = name(Build.class.getPackage().getImplementationVersion());

    private Build() {}

    private static String name(@Nullable String version) {
        return version == null ? "development" : version;
    }
}

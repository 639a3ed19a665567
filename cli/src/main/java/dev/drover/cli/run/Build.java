package dev.drover.cli.run;

import org.jspecify.annotations.Nullable;

/** Which build this is. */
public final class Build {

    /** As the jar's manifest says it; {@code development} if there is no jar. */
    public static final String NAME = name(Build.class.getPackage().getImplementationVersion());

    private Build() {}

    private static String name(@Nullable String version) {
        return version == null ? "development" : version;
    }
}

package dev.drover.cli;

import dev.drover.cli.run.Build;
import picocli.CommandLine.IVersionProvider;

/** What {@code drover --version} says. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"drover " + Build.NAME + ", Java " + System.getProperty("java.version")};
    }
}

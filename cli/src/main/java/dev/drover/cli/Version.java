package dev.drover.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which build this is, as Maven noted it in the jar. */
final class Version implements IVersionProvider {

    private static final String NOTE = "/META-INF/maven/dev.drover/drover-cli/pom.properties";

    @Override
    public String[] getVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream note = Version.class.getResourceAsStream(NOTE)) {
            if (note != null) {
                properties.load(note);
            }
        }
        String version = properties.getProperty("version", "development");
        return new String[] {"drover " + version + ", Java " + System.getProperty("java.version")};
    }
}

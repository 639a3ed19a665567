package dev.drover.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code drover} in a copy of the tree, with a Maven and a Java that only tell how they were called. */
class LauncherTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final int MAX_SECONDS = 30;

    @TempDir
    Path root = Path.of("");

    @BeforeEach
    void plant() throws IOException {
        Files.createDirectories(root.resolve("cli/src/main/java"));
        Files.createDirectories(root.resolve("jdk/bin"));
        Files.createDirectories(root.resolve("bin"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.writeString(root.resolve("cli/src/main/java/A.java"), "class A {}");
        Files.writeString(root.resolve("jdk/release"), "JAVA_VERSION=\"17.0.15\"\n");
        script("drover", Files.readString(Path.of("../drover")));
        script("jdk/bin/java", "#!/bin/sh\nfor each in \"$@\"; do printf '[%s]' \"$each\"; done\n");
        script(
                "bin/mvn",
                "#!/bin/sh\necho noise; echo \"$@\" >> builds; mkdir -p cli/target && touch cli/target/drover.jar\n");
    }

    @Test
    void aMissingJarIsBuiltAndTheArgumentsArePassedOn() throws Exception {
        Console.Result result = launch("drover", "evacuate", "us-east-1", "--reason", "a b");

        assertThat(result.err()).startsWith("drover: building").contains("noise");
        assertThat(result.out()).endsWith("/cli/target/drover.jar][evacuate][us-east-1][--reason][a b]");
        assertThat(builds()).containsExactly("-q -B -Dquick -pl cli -am package");
    }

    @Test
    void aJarThatIsNewerThanItsSourcesIsNotBuiltAgain() throws Exception {
        Console.Result first = launch("drover", "status");
        Console.Result second = launch("drover", "status");

        assertThat(second.out()).isEqualTo(first.out());
        assertThat(second.err()).isEmpty();
        assertThat(builds()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "cli/src/main/java/A.java", "cli/src/main/java"})
    void whatChangedSinceIsBuiltAgain(String changed) throws Exception {
        Console.Result first = launch("drover", "status");
        Files.setLastModifiedTime(
                root.resolve(changed), FileTime.from(Instant.now().plusSeconds(60)));

        Console.Result second = launch("drover", "status");

        assertThat(second.out()).isEqualTo(first.out());
        assertThat(builds()).hasSize(2);
    }

    @Test
    void itIsFoundThroughALinkFromElsewhere() throws Exception {
        Files.createDirectories(root.resolve("else/where"));
        Files.createSymbolicLink(root.resolve("else/link"), Path.of("../drover"));
        Files.createSymbolicLink(root.resolve("else/where/drover"), Path.of("../link"));

        Console.Result result = launch("else/where/drover", "status");

        assertThat(result.out()).contains("[" + root.toRealPath() + "/cli/target/drover.jar][status]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "controller", "agent"})
    void whatRunsLongIsNotTunedToStartFast(String command) throws Exception {
        assertThat(launch("drover", "-v", command).out()).startsWith("[-jar]");
    }

    @Test
    void aFailedBuildIsToldAndLeavesNoJar() throws Exception {
        Console.Result built = launch("drover", "status");
        Files.setLastModifiedTime(root.resolve("cli/target/drover.jar"), FileTime.from(LONG_AGO));
        script("bin/mvn", "#!/bin/sh\necho 'cannot compile'; exit 1\n");

        Console.Result result = launch("drover", "status");

        assertThat(built.exitCode()).isZero();
        assertThat(result.err()).contains("cannot compile", "the build failed, see above");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(root.resolve("cli/target/drover.jar")).doesNotExist();
    }

    @Test
    void anOldJdkIsNamed() throws Exception {
        Files.writeString(root.resolve("jdk/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n");

        Console.Result result = launch("drover", "status");

        assertThat(result.err()).contains("jdk/bin/java is Java 11 (expected: 17 or later");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void aMissingMavenIsNamed() throws Exception {
        Files.delete(root.resolve("bin/mvn"));
        for (String tool : List.of("dirname", "readlink", "sed", "find", "head", "mkdir", "flock")) {
            script("bin/" + tool, "#!/bin/sh\nPATH=/usr/bin:/bin exec " + tool + " \"$@\"\n");
        }

        Console.Result result = launchWithPath(root.resolve("bin").toString(), "drover", "status");

        assertThat(result.err()).contains("no mvn was found: install Maven");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    private Console.Result launch(String script, String... arguments) throws Exception {
        return launchWithPath(root.resolve("bin") + ":/usr/bin:/bin", script, arguments);
    }

    private Console.Result launchWithPath(String path, String script, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", root.resolve(script).toString()));
        command.addAll(List.of(arguments));
        Path out = root.resolve("out");
        Path err = root.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
        Process process = builder.start();
        assertThat(process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Console.Result(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(root.resolve("builds"), UTF_8);
    }

    private void script(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

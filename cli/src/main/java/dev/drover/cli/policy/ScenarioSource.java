package dev.drover.cli.policy;

import dev.drover.api.steering.SteeringPolicies;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.cli.terminal.UsageException;
import dev.drover.simulation.rehearsal.Scenario;
import dev.drover.simulation.rehearsal.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds scenarios and their policies on disk. */
final class ScenarioSource {

    private static final int MOST_FILES = 1_000;
    private static final int MOST_DEPTH = 4;
    private static final long MOST_BYTES = 1024 * 1024;

    private final @Nullable Path policy;
    private final SortedMap<Path, SteeringPolicy> policies = new TreeMap<>();

    /** A source for which the given policy, if any, goes before those that scenarios name. */
    ScenarioSource(@Nullable Path policy) {
        this.policy = policy;
    }

    static String nameOf(Path file) {
        return ScenarioFile.nameOf(file.toString());
    }

    /** The files as they are named, and for directories the YAML files in them, in the order of their names. */
    List<Path> files(List<Path> named) {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                files.addAll(within(path));
            } else {
                files.add(path);
            }
        }
        if (files.size() > MOST_FILES) {
            throw new UsageException(files.size() + " scenarios (expected: at most " + MOST_FILES + ")");
        }
        return files;
    }

    private static List<Path> within(Path directory) {
        try (Stream<Path> found = Files.walk(directory, MOST_DEPTH)) {
            List<Path> files = found.filter(path -> path.toString().endsWith(".yaml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new UsageException(directory + ": no scenario in it (expected: files whose names end in .yaml)");
            }
            return files;
        } catch (IOException e) {
            throw new UsageException(directory + " cannot be read (expected: a directory of scenarios)", e);
        }
    }

    /**
     * Reads a scenario with its policy.
     *
     * @throws dev.drover.simulation.rehearsal.UnreadableScenarioException with everything that is wrong with it
     */
    Scenario read(Path file) {
        ScenarioFile scenario = ScenarioFile.parse(file.toString(), text(file, "a scenario"));
        Optional<String> named = scenario.policyFile();
        if (policy != null) {
            return scenario.over(policyIn(policy));
        }
        Path beside = named.map(file.toAbsolutePath().normalize()::resolveSibling)
                .map(Path::normalize)
                .orElseThrow(() -> scenario.policyFault(
                        "policy: missing (expected: the policy's file, as a path from here; or --policy FILE)"));
        if (!Files.isRegularFile(beside)) {
            throw scenario.policyFault("no such file (expected: the policy's file, as a path from here)");
        }
        return scenario.over(policyIn(shortest(beside)));
    }

    private static Path shortest(Path absolute) {
        Path here = Path.of("").toAbsolutePath();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }

    private SteeringPolicy policyIn(Path file) {
        SteeringPolicy known = policies.get(file);
        if (known != null) {
            return known;
        }
        try {
            SteeringPolicy read = SteeringPolicies.read(file.toString(), text(file, "a steering policy"));
            policies.put(file, read);
            return read;
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String text(Path file, String expected) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UsageException(
                        file + ": " + Files.size(file) + " bytes (expected: " + expected + ", far shorter)");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read (expected: " + expected + ", YAML in UTF-8)", e);
        }
    }
}

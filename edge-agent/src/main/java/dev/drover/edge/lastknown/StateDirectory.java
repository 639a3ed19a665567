package dev.drover.edge.lastknown;

import dev.drover.api.json.Json;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.SealedPolicy;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An agent's directory: {@code policy-EPOCH-REVISION.json}, the newest {@link #KEPT} of them, and {@code applied.json}.
 *
 * <p>Blocks; called by one thread at a time.
 */
final class StateDirectory {

    static final String APPLIED = "applied.json";
    /** The newest may be broken, and the one before poisonous. */
    static final int KEPT = 3;

    private static final Pattern NAME = Pattern.compile("policy-(\\d{1,18})-(\\d{1,18})\\.json");
    private static final Comparator<Kept> NEWEST_FIRST = Comparator.comparingLong(Kept::epoch)
            .thenComparingLong(Kept::revision)
            .reversed();

    private final Path directory;
    private final @Nullable Path bootstrapFile;

    StateDirectory(Path directory, @Nullable Path bootstrapFile) {
        this.directory = directory;
        this.bootstrapFile = bootstrapFile;
    }

    private record Kept(Path file, long epoch, long revision) {}

    /** A publication and the hash of its text, so that a flipped bit is not taken for a far newer revision. */
    private record SealedId(String sha256, String body) {
        static SealedId seal(PolicyId id) {
            String body = Json.write(id);
            return new SealedId(SealedPolicy.hash(body), body);
        }

        PolicyId open() {
            String actual = SealedPolicy.hash(body);
            if (!actual.equals(sha256)) {
                throw new IllegalArgumentException("hash: " + actual + " (expected: " + sha256 + ")");
            }
            return Json.readMessage(body, PolicyId.class);
        }
    }

    Remembered load() {
        List<String> faults = new ArrayList<>();
        return new Remembered(readApplied(faults), readPolicies(faults), readBootstrap(faults), faults);
    }

    private @Nullable PolicyId readApplied(List<String> faults) {
        SealedId applied = read(directory.resolve(APPLIED), SealedId.class, faults);
        try {
            return applied == null ? null : applied.open();
        } catch (RuntimeException e) {
            faults.add(APPLIED + ": " + e.getMessage());
            return null;
        }
    }

    private List<SealedPolicy> readPolicies(List<String> faults) {
        List<SealedPolicy> policies = new ArrayList<>();
        try {
            for (Kept kept : kept()) {
                SealedPolicy policy = read(kept.file, SealedPolicy.class, faults);
                if (policy != null) {
                    policies.add(policy);
                }
            }
        } catch (NoSuchFileException e) {
            return policies;
        } catch (IOException | RuntimeException e) {
            faults.add(directory + ": " + e);
        }
        return policies;
    }

    private @Nullable SealedPolicy readBootstrap(List<String> faults) {
        if (bootstrapFile == null) {
            return null;
        }
        if (!Files.exists(bootstrapFile)) {
            faults.add(bootstrapFile + ": not there (expected: a sealed policy)");
        }
        return read(bootstrapFile, SealedPolicy.class, faults);
    }

    private static <T> @Nullable T read(Path file, Class<T> type, List<String> faults) {
        try {
            return Json.readMessage(DurableFile.read(file), type);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException | RuntimeException e) {
            faults.add(file.getFileName() + ": " + e.getMessage());
            return null;
        }
    }

    void keep(PolicyId id, SealedPolicy policy) throws IOException {
        Files.createDirectories(directory);
        String name = "policy-" + id.epoch() + "-" + id.revision() + ".json";
        DurableFile.write(directory.resolve(name), Json.write(policy));
        List<Kept> kept = kept();
        for (Kept old : kept.subList(Math.min(KEPT, kept.size()), kept.size())) {
            Files.deleteIfExists(old.file);
        }
        sweepAside();
    }

    /** What a crash left half written. */
    private void sweepAside() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, "*" + DurableFile.ASIDE)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    void applied(PolicyId id) throws IOException {
        Files.createDirectories(directory);
        DurableFile.write(directory.resolve(APPLIED), Json.write(SealedId.seal(id)));
    }

    private List<Kept> kept() throws IOException {
        List<Kept> kept = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    kept.add(new Kept(file, Long.parseLong(name.group(1)), Long.parseLong(name.group(2))));
                }
            }
        }
        kept.sort(NEWEST_FIRST);
        return kept;
    }
}

package dev.drover.edge.lastknown;

import static dev.drover.edge.Given.AGENT;
import static dev.drover.edge.Given.HOMEPAGE;
import static dev.drover.edge.Given.T0;
import static dev.drover.edge.Given.done;
import static dev.drover.edge.Given.id;
import static dev.drover.edge.Given.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.api.json.Json;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.edge.AgentCore;
import dev.drover.edge.Now;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileLastKnownGoodTest {

    private static Vertx vertx = Vertx.vertx();

    @TempDir
    private Path root = Path.of("");

    private Path directory = Path.of("");
    private FileLastKnownGood kept = new FileLastKnownGood(vertx, directory, null);

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        done(vertx.close());
    }

    @BeforeEach
    void emptyDirectory() {
        directory = root.resolve("state");
        kept = new FileLastKnownGood(vertx, directory, null);
    }

    private void keep(long epoch, long revision) {
        done(kept.keep(id(epoch, revision), policy(epoch, revision).sealed()));
    }

    private Remembered load() {
        return done(kept.load());
    }

    private List<PolicyId> loadedIds() {
        return load().policies().stream().map(policy -> policy.open().id()).toList();
    }

    private Path fileOf(long epoch, long revision) {
        return directory.resolve("policy-" + epoch + "-" + revision + ".json");
    }

    /** What an agent would serve by after a start. */
    private @Nullable PolicyId servedAfterAStart() {
        AgentCore core = new AgentCore(AGENT, HOMEPAGE, new SplittableRandom(1), 0);
        for (SealedPolicy sealed : load().policies()) {
            if (!core.isReady()) {
                assertThat(core.revive(sealed, new Now(0, T0))).isNotNull();
            }
        }
        return core.status().policy();
    }

    @Test
    void agentThatNeverRanRemembersNothing() {
        assertThat(load()).isEqualTo(Remembered.NOTHING);
    }

    @Test
    void newestThreeAreKeptNewestFirst() throws IOException {
        LongStream.of(8, 9, 10, 11, 100).forEach(revision -> keep(2, revision));

        assertThat(loadedIds()).containsExactly(id(2, 100), id(2, 11), id(2, 10));
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void higherEpochCountsMoreThanAnyRevision() {
        keep(2, 500);
        keep(10, 3);

        assertThat(loadedIds()).containsExactly(id(10, 3), id(2, 500));
    }

    @Test
    void newestAppliedIsRememberedAcrossRestarts() {
        done(kept.applied(id(3, 7)));
        done(kept.applied(id(3, 8)));

        assertThat(load().applied()).isEqualTo(id(3, 8));
    }

    @Test
    void ofManyAppliedAtOnceTheLastIsKept() {
        Promise<Void> written = Promise.promise();

        vertx.runOnContext(none -> Future.all(LongStream.rangeClosed(1, 50)
                        .mapToObj(revision -> kept.applied(id(1, revision)))
                        .toList())
                .<Void>mapEmpty()
                .onComplete(written));
        done(written.future());

        assertThat(load().applied()).isEqualTo(id(1, 50));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 100, 500})
    void truncatedFileIsPassedOverForTheOneBefore(int bytes) throws IOException {
        keep(1, 1);
        keep(1, 2);
        byte[] whole = Files.readAllBytes(fileOf(1, 2));
        Files.write(fileOf(1, 2), Arrays.copyOf(whole, bytes));

        assertThat(servedAfterAStart()).isEqualTo(id(1, 1));
        assertThat(load().faults()).singleElement().asString().startsWith("policy-1-2.json: ");
    }

    @Test
    void anyFlippedBitIsPassedOverForTheOneBefore() throws IOException {
        keep(1, 1);
        keep(1, 2);
        byte[] whole = Files.readAllBytes(fileOf(1, 2));
        for (int at = 0; at < whole.length; at += 37) {
            byte[] flipped = whole.clone();
            flipped[at] = (byte) (flipped[at] ^ (1 << (at % 7)));
            Files.write(fileOf(1, 2), flipped);

            assertThat(servedAfterAStart()).as("byte " + at).isEqualTo(id(1, 1));
        }
    }

    @Test
    void emptyFilesEverywhereLeaveTheAgentWithNothingAndSayWhy() throws IOException {
        keep(1, 1);
        keep(1, 2);
        keep(1, 3);
        done(kept.applied(id(1, 3)));
        for (Path file : List.of(fileOf(1, 1), fileOf(1, 2), fileOf(1, 3), directory.resolve("applied.json"))) {
            Files.write(file, new byte[0]);
        }

        Remembered remembered = load();

        assertThat(remembered.policies()).isEmpty();
        assertThat(remembered.applied()).isNull();
        assertThat(remembered.faults()).hasSize(4);
    }

    @Test
    void flippedDigitOfTheNewestAppliedIsNotTakenForAFarNewerRevision() throws IOException {
        done(kept.applied(id(1, 3)));
        Path file = directory.resolve("applied.json");
        Files.writeString(file, Files.readString(file).replace("revision\\\":3", "revision\\\":9"));

        assertThat(load().applied()).isNull();
        assertThat(load().faults()).singleElement().asString().startsWith("applied.json: hash: ");
    }

    @Test
    void hugeFileIsNotRead() throws IOException {
        keep(1, 1);
        Files.write(fileOf(1, 2), new byte[3 * 1024 * 1024]);

        assertThat(loadedIds()).containsExactly(id(1, 1));
        assertThat(load().faults()).singleElement().asString().contains("3145728 bytes (expected: at most 2097152)");
    }

    @Test
    void whatACrashLeftHalfWrittenIsNeitherReadNorKept() throws IOException {
        keep(1, 1);
        Path half = directory.resolve("policy-1-2.json.aside");
        Files.writeString(half, "{\"sha256\":", StandardCharsets.UTF_8);

        assertThat(loadedIds()).containsExactly(id(1, 1));
        keep(1, 3);
        assertThat(half).doesNotExist();
    }

    @Test
    void failedWriteLeavesWhatWasKept() throws IOException {
        keep(1, 1);
        Path inTheWay = Files.createDirectories(
                directory.resolve("policy-1-2.json.aside").resolve("x"));

        assertThatThrownBy(() -> keep(1, 2)).isInstanceOf(IOException.class);

        assertThat(inTheWay).exists();
        assertThat(servedAfterAStart()).isEqualTo(id(1, 1));
    }

    @Test
    void operatorsFileIsThereForWhenNothingWasKept() throws IOException {
        Path file = root.resolve("bootstrap.json");
        Files.writeString(file, Json.write(policy(1, 1).sealed()));

        assertThat(done(new FileLastKnownGood(vertx, directory, file).load()).bootstrap())
                .isEqualTo(policy(1, 1).sealed());
        assertThat(done(new FileLastKnownGood(vertx, directory, root.resolve("none")).load())
                        .faults())
                .singleElement()
                .asString()
                .contains("not there (expected: a sealed policy)");
    }
}

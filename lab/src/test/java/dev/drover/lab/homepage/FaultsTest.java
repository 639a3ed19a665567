package dev.drover.lab.homepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.json.Json;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("realtime")
class FaultsTest {

    /** How long silence is listened to. */
    private static final int A_WHILE_MILLIS = 250;

    private static Vertx vertx;

    private Homepage homepage;

    @BeforeAll
    static void openVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void closeVertx() throws Exception {
        vertx.close().await(5, TimeUnit.SECONDS);
    }

    @BeforeEach
    void open() throws Exception {
        homepage = start(500);
    }

    private static Homepage start(double capacityRps) throws Exception {
        return Homepage.start(vertx, HomepageConfig.of(RegionId.of("eu-west-1"), capacityRps))
                .await(10, TimeUnit.SECONDS);
    }

    /** A region so small that a page takes nearly two seconds. */
    private void makeItTiny() throws Exception {
        close();
        homepage = start(1);
    }

    @AfterEach
    void close() throws Exception {
        homepage.close().await(5, TimeUnit.SECONDS);
    }

    private void inject(Fault fault) throws Exception {
        assertThat(homepage.faults().inject(fault).await(5, TimeUnit.SECONDS)).isEqualTo(fault);
    }

    private void heal() throws Exception {
        homepage.faults().heal().await(5, TimeUnit.SECONDS);
    }

    private RawConnection connect() throws IOException {
        return new RawConnection(homepage.port());
    }

    private int status(String path) throws IOException {
        try (RawConnection connection = connect()) {
            return connection.get(path).status();
        }
    }

    private RegionLoad load() throws Exception {
        return homepage.load().await(5, TimeUnit.SECONDS);
    }

    /** A request that a worker or the row services are busy with. */
    private void sendAndAwaitArrival(RawConnection connection) throws Exception {
        long before = load().arrived();
        connection.send("GET", "/", "");
        await().until(() -> load().arrived() > before);
    }

    @Test
    void aSlowRegionAnswersLateAndWhole() throws Exception {
        inject(new Fault.Slow(A_WHILE_MILLIS, 100));
        try (RawConnection connection = connect()) {
            long before = System.nanoTime();
            RawConnection.Answer answer = connection.get("/");

            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before))
                    .isGreaterThanOrEqualTo(A_WHILE_MILLIS);
            assertThat(Json.readTree(answer.body()).get("rows")).hasSize(6);
        }
    }

    @Test
    void aFailingRegionAnswers503WithoutAWordOfWhenToComeBack() throws Exception {
        inject(new Fault.Failing(100));
        try (RawConnection connection = connect()) {
            assertThat(connection.get("/").status()).isEqualTo(503);
            assertThat(connection.get("/healthz/deep").status()).isEqualTo(503);
            assertThat(connection.get("/").headers()).doesNotContainKey("retry-after");
            assertThat(connection.get("/healthz").status()).isEqualTo(200);
        }
        assertThat(load().failed()).isEqualTo(2);

        heal();
        assertThat(status("/")).isEqualTo(200);
    }

    @Test
    void aRegionThatFailsInPartFailsThatPart() throws Exception {
        inject(new Fault.Failing(30));
        int failed = 0;
        try (RawConnection connection = connect()) {
            for (int i = 0; i < 200; i++) {
                failed += connection.get("/healthz/deep").status() == 503 ? 1 : 0;
            }
        }

        assertThat(failed).isBetween(30, 90);
    }

    @Test
    void aHollowRegionAnswers200WithoutRowsToUsersAndDeepProbesAlike() throws Exception {
        inject(new Fault.Hollow());
        try (RawConnection connection = connect()) {
            RawConnection.Answer answer = connection.get("/");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(Json.readTree(answer.body()).get("rows")).isEmpty();
            assertThat(Json.readTree(connection.get("/healthz/deep").body()).get("rows"))
                    .isEmpty();
        }

        heal();
        try (RawConnection connection = connect()) {
            assertThat(Json.readTree(connection.get("/").body()).get("rows")).hasSize(6);
        }
    }

    @Test
    void aDarkRegionResetsWhatIsOpenAndRefusesWhatIsNewUntilItIsHealedOnTheSamePort() throws Exception {
        makeItTiny();
        int port = homepage.port();
        try (RawConnection idle = connect();
                RawConnection busy = connect()) {
            assertThat(idle.get("/healthz").status()).isEqualTo(200);
            sendAndAwaitArrival(busy);

            inject(new Fault.Dark());

            assertThatThrownBy(idle::read).isInstanceOf(SocketException.class).hasMessageContaining("reset");
            assertThatThrownBy(busy::read).isInstanceOf(SocketException.class).hasMessageContaining("reset");
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        }

        heal();
        assertThat(homepage.port()).isEqualTo(port);
        assertThat(status("/healthz/deep")).isEqualTo(200);
    }

    @Test
    void aBlackHoleAcceptsEverythingAndAnswersNothing() throws Exception {
        makeItTiny();
        try (RawConnection busy = connect();
                RawConnection idle = connect()) {
            assertThat(idle.get("/healthz").status()).isEqualTo(200);
            sendAndAwaitArrival(busy);

            inject(new Fault.BlackHole());

            assertSilent(busy);
            idle.send("GET", "/", "");
            assertSilent(idle);
            for (String path : new String[] {"/", "/healthz", "/healthz/deep"}) {
                try (RawConnection fresh = connect()) {
                    fresh.send("GET", path, "");
                    assertSilent(fresh);
                }
            }
        }
    }

    private static void assertSilent(RawConnection connection) throws IOException {
        connection.patience(A_WHILE_MILLIS);
        assertThatThrownBy(connection::read).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void whoWaitsInABlackHoleIsResetWhenItIsHealedAndNeverAnsweredLate() throws Exception {
        makeItTiny();
        try (RawConnection before = connect();
                RawConnection within = connect()) {
            sendAndAwaitArrival(before);
            inject(new Fault.BlackHole());
            sendAndAwaitArrival(within);

            heal();

            assertThatThrownBy(before::read).isInstanceOf(SocketException.class);
            assertThatThrownBy(within::read).isInstanceOf(SocketException.class);
        }
        assertThat(status("/healthz/deep")).isEqualTo(200);
        assertThat(load().served()).isZero();
        assertThat(load().failed()).isEqualTo(2).isEqualTo(load().arrived());
    }

    @Test
    void oneFaultTakesThePlaceOfAnotherInTheOrderInWhichTheyWereAskedFor() throws Exception {
        Future<Fault> dark = homepage.faults().inject(new Fault.Dark());
        Future<Fault> hole = homepage.faults().inject(new Fault.BlackHole());
        Future<Fault> again = homepage.faults().inject(new Fault.Dark());
        Future<Fault> failing = homepage.faults().inject(new Fault.Failing(100));
        Future.join(dark, hole, again, failing).await(5, TimeUnit.SECONDS);

        assertThat(homepage.faults().current()).isEqualTo(new Fault.Failing(100));
        assertThat(status("/")).isEqualTo(503);
    }

    @Test
    void aRegionCanBeClosedWhileItIsDark() throws Exception {
        Homepage dark = start(100);
        int port = dark.port();
        dark.faults().inject(new Fault.Dark()).await(5, TimeUnit.SECONDS);
        dark.close().await(5, TimeUnit.SECONDS);

        assertThatThrownBy(() -> new RawConnection(port)).isInstanceOf(ConnectException.class);
    }
}

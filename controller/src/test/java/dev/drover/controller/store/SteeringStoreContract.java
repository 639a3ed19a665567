package dev.drover.controller.store;

import static dev.drover.controller.store.Publications.HOMEPAGE;
import static dev.drover.controller.store.Publications.NOW;
import static dev.drover.controller.store.Publications.under;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.Evacuation;
import dev.drover.api.order.OrderId;
import dev.drover.api.order.Orders;
import dev.drover.api.order.Pace;
import dev.drover.controller.store.StoreException.Kind;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store promises. */
public abstract class SteeringStoreContract {

    private SteeringStore store;
    private SteeringStore other;

    /** Another controller's view of the store of this test, which is empty at first. */
    protected abstract SteeringStore open();

    @BeforeEach
    void openTwice() {
        store = open();
        other = open();
    }

    /** What the future holds, or throws what it failed with. */
    @CanIgnoreReturnValue
    public static <T> T get(Future<T> future) {
        try {
            return future.await(10, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("the store did not answer", e);
        }
    }

    /** The kind that the future fails with. */
    public static Kind failure(Future<?> future) {
        return catchThrowableOfType(StoreException.class, () -> get(future)).kind();
    }

    private static Orders orders(int count, String reason) {
        return new Orders(IntStream.range(0, count)
                .mapToObj(number -> new Evacuation(
                        OrderId.of("order-" + number),
                        HOMEPAGE,
                        RegionId.of("region-0"),
                        Pace.PLANNED,
                        "ada",
                        reason,
                        NOW,
                        NOW.plusSeconds(60),
                        null))
                .toList());
    }

    @Test
    void newStoreHasAnIdAndNothingElse() {
        StoreContents contents = get(store.read(HOMEPAGE));

        assertThat(contents.epoch()).isZero();
        assertThat(contents.leader()).isNull();
        assertThat(contents.orders()).isEqualTo(new Versioned<>(Orders.NONE, -1));
        assertThat(contents.steeringPolicy()).isEqualTo(new Versioned<>("", -1));
        assertThat(contents.current()).isEmpty();
        assertThat(get(other.read(HOMEPAGE)).cluster()).isEqualTo(contents.cluster());
    }

    @Test
    void everyEpochIsHigherThanTheLast() {
        Fence first = get(store.takeEpoch("a"));
        Fence second = get(other.takeEpoch("b"));
        Fence third = get(other.takeEpoch("b"));

        assertThat(List.of(first.epoch(), second.epoch(), third.epoch())).containsExactly(1L, 2L, 3L);
        assertThat(get(store.read(HOMEPAGE)).epoch()).isEqualTo(3);
        assertThat(get(store.read(HOMEPAGE)).leader()).isEqualTo("b");
    }

    @Test
    void publicationIsReadBackAsItWas() {
        Publication publication = under(get(store.takeEpoch("a")), 1).build();

        int version = get(store.publish(new Fence(1, 0), -1, publication));

        StoreContents contents = get(other.read(HOMEPAGE));
        assertThat(contents.current()).contains(new Versioned<>(publication, version));
        assertThat(contents.pointerVersion()).isEqualTo(version);
        assertThat(get(other.readPublication(HOMEPAGE, 1))).contains(publication);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 500})
    void fleetsOfAnySizeAreReadBackAsTheyWere(int edges) {
        Fence fence = get(store.takeEpoch("a"));
        Random random = new Random(edges);
        Publication first =
                under(fence, 1).edges(Publications.edges(random, edges)).build();
        Publication second =
                under(fence, 2).edges(Publications.edges(random, edges)).build();

        int version = get(store.publish(fence, -1, first));
        get(store.publish(fence, version, second));

        assertThat(get(other.read(HOMEPAGE)).current().orElseThrow().value()).isEqualTo(second);
        assertThat(get(store.readPublication(HOMEPAGE, 1))).contains(first);
    }

    @Test
    void longDecisionStateIsReadBackAsItWas() {
        Fence fence = get(store.takeEpoch("a"));
        String state = "{\"verdicts\":\"" + "é\\\"x".repeat(50_000) + "\"}";
        Publication publication = under(fence, 1).decisionState(state).build();

        get(store.publish(fence, -1, publication));

        assertThat(get(other.read(HOMEPAGE)).current().orElseThrow().value().decisionState())
                .isEqualTo(state);
    }

    @Test
    void deposedLeaderCannotPublish() {
        Fence old = get(store.takeEpoch("a"));
        int version = get(store.publish(old, -1, under(old, 1).build()));
        Fence fresh = get(other.takeEpoch("b"));

        Kind kind = failure(store.publish(old, version, under(old, 2).build()));

        assertThat(kind).isEqualTo(Kind.FENCED);
        assertThat(get(store.readPublication(HOMEPAGE, 2))).isEmpty();
        assertThat(get(other.publish(fresh, version, under(fresh, 2).build()))).isNotEqualTo(version);
    }

    @Test
    void publicationThatReplacesAnotherThanItKnowsIsAConflict() {
        Fence fence = get(store.takeEpoch("a"));
        int version = get(store.publish(fence, -1, under(fence, 1).build()));

        assertThat(failure(store.publish(fence, -1, under(fence, 2).build()))).isEqualTo(Kind.CONFLICT);
        assertThat(failure(store.publish(fence, version + 1, under(fence, 2).build())))
                .isEqualTo(Kind.CONFLICT);
        assertThat(get(store.read(HOMEPAGE)).pointerVersion()).isEqualTo(version);
    }

    @Test
    void revisionIsPublishedOnce() {
        Fence fence = get(store.takeEpoch("a"));
        int version = get(store.publish(fence, -1, under(fence, 1).build()));

        Kind kind = failure(
                store.publish(fence, version, under(fence, 1).id("another").build()));

        assertThat(kind).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void samePublicationTwiceIsPublishedOnce() {
        Fence fence = get(store.takeEpoch("a"));
        Publication publication = under(fence, 1).build();

        int version = get(store.publish(fence, -1, publication));
        int again = get(store.publish(fence, -1, publication));

        assertThat(again).isEqualTo(version);
        assertThat(get(store.read(HOMEPAGE)).pointerVersion()).isEqualTo(version);
    }

    @Test
    void publicationUnderAnotherEpochThanTheFencesIsABug() {
        Fence fence = get(store.takeEpoch("a"));
        Publication publication = under(new Fence(7, 0), 1).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> get(store.publish(fence, -1, publication)))
                .withMessage("publication: epoch 7 (expected: that of the fence, 1)");
    }

    @Test
    void unknownRevisionIsNotThere() {
        assertThat(get(store.readPublication(HOMEPAGE, 4711))).isEmpty();
    }

    @Test
    void twoOrdersCannotBothReplaceTheSame() {
        int version = get(store.replaceOrders(-1, orders(1, "storm")));

        Kind kind = failure(other.replaceOrders(-1, orders(2, "flood")));

        assertThat(kind).isEqualTo(Kind.CONFLICT);
        assertThat(get(other.read(HOMEPAGE)).orders()).isEqualTo(new Versioned<>(orders(1, "storm"), version));
        int next = get(other.replaceOrders(version, orders(2, "flood")));
        assertThat(get(store.read(HOMEPAGE)).orders()).isEqualTo(new Versioned<>(orders(2, "flood"), next));
    }

    @Test
    void sameOrdersTwiceAreReplacedOnce() {
        int version = get(store.replaceOrders(-1, orders(1, "storm")));

        assertThat(get(store.replaceOrders(-1, orders(1, "storm")))).isEqualTo(version);
        assertThat(get(store.read(HOMEPAGE)).orders().version()).isEqualTo(version);
    }

    @Test
    void steeringPolicyIsReplacedByWhoKnowsItOnly() {
        int version = get(store.replaceSteeringPolicy(HOMEPAGE, -1, "{\"a\":1}"));

        assertThat(failure(other.replaceSteeringPolicy(HOMEPAGE, -1, "{\"b\":2}")))
                .isEqualTo(Kind.CONFLICT);
        int next = get(other.replaceSteeringPolicy(HOMEPAGE, version, "{\"c\":3}"));
        assertThat(get(store.read(HOMEPAGE)).steeringPolicy()).isEqualTo(new Versioned<>("{\"c\":3}", next));
    }

    @Test
    void listenerHearsOfTheConnectionAndOfWhatOthersDo() {
        Heard heard = new Heard();
        store.listen(heard);
        await().atMost(Duration.ofSeconds(5)).until(() -> heard.connections.contains("CONNECTED"));
        get(store.read(HOMEPAGE));

        Fence fence = heard.hears(() -> get(other.takeEpoch("b")));
        heard.hears(() -> get(other.publish(fence, -1, under(fence, 1).build())));
        heard.hears(() -> get(other.replaceOrders(-1, orders(1, "storm"))));
        heard.hears(() -> get(other.replaceSteeringPolicy(HOMEPAGE, -1, "{}")));
    }

    @Test
    void cleaningKeepsTheNewestAndTheYoung() {
        Fence fence = get(store.takeEpoch("a"));
        int version = -1;
        for (int revision = 1; revision <= StoreLimits.KEPT_PUBLICATIONS + 4; revision++) {
            Publication publication = under(fence, revision)
                    .at(revision <= 3 ? NOW.minusSeconds(700) : NOW.minusSeconds(599))
                    .edges(Publications.edges(new Random(revision), 2))
                    .build();
            version = get(store.publish(fence, version, publication));
        }

        int forgotten = get(store.clean(fence, HOMEPAGE, NOW));

        assertThat(forgotten).isEqualTo(3);
        assertThat(get(store.readPublication(HOMEPAGE, 3))).isEmpty();
        assertThat(get(store.readPublication(HOMEPAGE, 4))).isPresent();
        assertThat(get(store.clean(fence, HOMEPAGE, NOW.plusSeconds(3600)))).isEqualTo(1);
        assertThat(get(store.readPublication(HOMEPAGE, 5))).isPresent();
        assertThat(get(other.read(HOMEPAGE)).current()).isPresent();
        assertThat(get(store.clean(fence, HOMEPAGE, NOW.plusSeconds(3600)))).isZero();
    }

    @Test
    void onlyTheLeaderCleans() {
        Fence old = get(store.takeEpoch("a"));
        get(other.takeEpoch("b"));

        assertThat(failure(store.clean(old, HOMEPAGE, NOW))).isEqualTo(Kind.FENCED);
    }

    @Test
    void whatIsTooLargeIsRefusedAndChangesNothing() {
        Fence fence = get(store.takeEpoch("a"));
        String large = "x".repeat(StoreLimits.MAX_DECISION_STATE_BYTES + 1);

        Kind publication = failure(
                store.publish(fence, -1, under(fence, 1).decisionState(large).build()));
        Kind policy = failure(
                store.replaceSteeringPolicy(HOMEPAGE, -1, "x".repeat(StoreLimits.MAX_STEERING_POLICY_BYTES + 1)));
        Kind orders = failure(store.replaceOrders(-1, orders(Orders.MAX, "é".repeat(500))));

        assertThat(List.of(publication, policy, orders)).containsOnly(Kind.TOO_LARGE);
        StoreContents contents = get(store.read(HOMEPAGE));
        assertThat(contents.pointerVersion()).isEqualTo(-1);
        assertThat(contents.orders().version()).isEqualTo(-1);
        assertThat(contents.steeringPolicy().version()).isEqualTo(-1);
    }

    /** A listener that counts. */
    public static final class Heard implements SteeringStore.Listener {
        /** The connection's turns, with commas between. */
        public volatile String connections = "";

        private final AtomicInteger changes = new AtomicInteger();

        /** One that has heard nothing. */
        public Heard() {}

        @Override
        public void onChange() {
            changes.incrementAndGet();
        }

        @Override
        public void onConnection(SteeringStore.Connection connection) {
            connections = connections + (connections.isEmpty() ? "" : ",") + connection;
        }

        /** Makes a change and waits until it is heard. */
        @CanIgnoreReturnValue
        public <T> T hears(Supplier<T> change) {
            int before = changes.get();
            T result = change.get();
            await().atMost(Duration.ofSeconds(5)).until(() -> changes.get() > before);
            return result;
        }
    }
}

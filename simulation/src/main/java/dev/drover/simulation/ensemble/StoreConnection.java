package dev.drover.simulation.ensemble;

import dev.drover.controller.store.SteeringStore;
import dev.drover.controller.store.SteeringStore.Connection;
import dev.drover.controller.store.StoreException;
import dev.drover.simulation.engine.Dice;
import dev.drover.simulation.engine.Node;
import dev.drover.simulation.history.Fact;
import dev.drover.simulation.history.History;
import dev.drover.simulation.network.Channel;
import dev.drover.simulation.network.Network;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of ZooKeeper for one boot of a controller, with what Curator makes of it: CONNECTED, SUSPENDED when
 * nothing was heard for two thirds of the session, LOST when the session is over or believed to be.
 *
 * <p>A call whose answer does not come in time fails with UNAVAILABLE; whether it was carried out nobody can say.
 */
public final class StoreConnection {

    private static final Duration CALL_WITHIN = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration SUSPENDED_AFTER = Duration.ofSeconds(4);
    private static final Duration LOST_AFTER = Ensemble.SESSION;
    private static final int MOST_CALLS = 1_000;

    private final Node node;
    private final int boot;
    private final Ensemble ensemble;
    private final Network network;
    private final History history;
    private final Dice dice;
    private final List<Consumer<Connection>> watchers = new ArrayList<>();
    private final SortedMap<Long, Promise<?>> outstanding = new TreeMap<>();
    private Runnable onChange = () -> {};
    private @Nullable Channel up;
    private @Nullable Channel down;
    private Connection state = Connection.SUSPENDED;
    private boolean linked;
    private long session;
    private long attempt;
    private long nextCall = 1;
    private long heardNanos;
    private double lostAnswers;

    /** What a connection needs beside its node. */
    public record Surroundings(Ensemble ensemble, Network network, History history, Dice dice) {}

    /** Not connected yet. */
    public StoreConnection(Node node, Surroundings around) {
        this.node = node;
        this.boot = node.boot();
        this.ensemble = around.ensemble();
        this.network = around.network();
        this.history = around.history();
        this.dice = around.dice();
    }

    /** Connects, and again whenever it must. */
    public void start() {
        connect();
        look();
    }

    void watch(Consumer<Connection> watcher) {
        watchers.add(watcher);
    }

    void onChange(Runnable listener) {
        onChange = listener;
    }

    Connection state() {
        return state;
    }

    private void connect() {
        long mine = ++attempt;
        Channel there = network.channel(node.name(), Ensemble.NAME);
        Channel back = network.channel(Ensemble.NAME, node.name());
        up = there;
        down = back;
        there.send(() -> ensemble.connect(
                this, session, given -> back.send(() -> node.arrive(boot, () -> connected(mine, given)))));
        node.after(CALL_WITHIN, () -> {
            if (attempt == mine && !linked) {
                there.close();
                back.close();
                node.afterNanos(dice.nanosBetween(100_000_000, 1_000_000_000), () -> reconnect(mine));
            }
        });
    }

    private void reconnect(long after) {
        if (attempt == after && !linked) {
            connect();
        }
    }

    private void connected(long mine, long given) {
        if (attempt != mine || linked) {
            return;
        }
        if (given < 0) {
            session = 0;
            turn(Connection.LOST);
            connect();
            return;
        }
        session = given;
        linked = true;
        heardNanos = node.nanos();
        turn(Connection.CONNECTED);
        onChange.run();
    }

    /** Each second: a sign of life, and whether one came back. */
    private void look() {
        Channel way = up;
        if (linked && way != null) {
            if (node.nanos() - heardNanos >= SUSPENDED_AFTER.toNanos()) {
                breakDown();
            } else {
                long mine = attempt;
                long id = session;
                way.send(() -> pinged(mine, id));
            }
        }
        node.after(LOOK_EVERY, this::look);
    }

    private void pinged(long mine, long id) {
        Channel back = down;
        if (ensemble.touch(id) && back != null && attempt == mine) {
            back.send(() -> node.arrive(boot, () -> heardNanos = node.nanos()));
        }
    }

    /** The connection breaks now; what was on its way may or may not arrive. */
    public void breakDown() {
        if (!linked) {
            return;
        }
        linked = false;
        Channel there = up;
        Channel back = down;
        if (there != null && back != null) {
            if (dice.chance(0.5)) {
                there.close();
            }
            back.close();
        }
        long mine = attempt;
        failAll("the connection broke");
        turn(Connection.SUSPENDED);
        node.after(LOST_AFTER, () -> {
            if (attempt == mine && !linked) {
                turn(Connection.LOST);
            }
        });
        node.afterNanos(dice.nanosBetween(50_000_000, 1_000_000_000), () -> reconnect(mine));
    }

    private void failAll(String why) {
        List<Promise<?>> failing = new ArrayList<>(outstanding.values());
        outstanding.clear();
        failing.forEach(promise -> promise.tryFail(unavailable(why)));
    }

    private void turn(Connection next) {
        if (state != next) {
            state = next;
            history.tell(new Fact.ConnectionTurned(node.name(), next.toString()));
            List.copyOf(watchers).forEach(watcher -> watcher.accept(next));
        }
    }

    /** A call to the store; fails with UNAVAILABLE if no answer comes. */
    <T> Future<T> call(Function<SteeringStore, Future<T>> work) {
        Channel there = up;
        Channel back = down;
        if (!linked || there == null || back == null || outstanding.size() >= MOST_CALLS) {
            return Future.failedFuture(unavailable("it is not connected"));
        }
        Promise<T> promise = Promise.promise();
        long id = nextCall++;
        outstanding.put(id, promise);
        boolean answerLost = dice.chance(lostAnswers);
        boolean callLost = answerLost && dice.chance(0.5);
        if (!callLost) {
            there.send(() -> ensemble.execute(work, answer -> {
                if (!answerLost) {
                    back.send(() -> node.arrive(boot, () -> answered(id, promise, answer)));
                }
            }));
        }
        node.after(CALL_WITHIN, () -> {
            if (outstanding.remove(id) != null) {
                promise.tryFail(unavailable("no answer within " + CALL_WITHIN.toSeconds() + " s"));
            }
        });
        return promise.future();
    }

    private <T> void answered(long id, Promise<T> promise, Future<T> answer) {
        heardNanos = node.nanos();
        if (outstanding.remove(id) != null) {
            answer.onComplete(promise);
        }
    }

    private static StoreException unavailable(String why) {
        return new StoreException(StoreException.Kind.UNAVAILABLE, "the store: " + why);
    }

    /** Something in the store changed: a hint, late, and lost with the connection. */
    void watchFired() {
        tell(() -> onChange.run());
    }

    /** The ensemble says something by itself. */
    void tell(Runnable news) {
        Channel back = down;
        if (back != null && linked) {
            back.send(() -> node.arrive(boot, news));
        }
    }

    /** Says something to the ensemble that needs no answer. */
    void say(Consumer<Long> word) {
        Channel there = up;
        long id = session;
        if (linked && there != null) {
            there.send(() -> word.accept(id));
        }
    }

    /** How many calls go without an answer from now on though the connection stands, 0 to 1; half are never made. */
    public void loseAnswers(double part) {
        lostAnswers = part;
    }

    Ensemble ensemble() {
        return ensemble;
    }

    History history() {
        return history;
    }

    /** Which boot of which controller this is. */
    String writer() {
        return node.name() + "." + boot;
    }

    /** Ends the session and the connection. */
    public void close() {
        say(ensemble::end);
    }
}

package dev.drover.edge.proxy;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.settings.RequestSettings;
import dev.drover.api.slot.Owner;
import dev.drover.edge.route.Attempt;
import dev.drover.edge.route.Route;
import dev.drover.edge.route.Steering;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends everybody where the test says, and remembers what it was told. */
final class FakeSteering implements Steering {

    static final int SLOT = 42;

    final List<String> keys = new CopyOnWriteArrayList<>();
    final List<String> told = new CopyOnWriteArrayList<>();
    final AtomicInteger budget = new AtomicInteger(100);
    final AtomicInteger arrived = new AtomicInteger();
    final Map<RegionId, List<URI>> origins = new ConcurrentHashMap<>();
    volatile boolean ready = true;
    volatile Route route = new Route(SLOT, Owner.parse("east"), Owner.parse("west"));
    volatile RequestSettings settings = settings(Duration.ofSeconds(5), Duration.ofSeconds(5));

    static RequestSettings settings(Duration connect, Duration firstByte) {
        return new RequestSettings(connect, firstByte, 0.2, 10, Duration.ofSeconds(10), "user", "x-user-key");
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public Route routeOf(String userKey) {
        keys.add(userKey);
        return route;
    }

    @Override
    public List<URI> originsOf(RegionId region) {
        return origins.getOrDefault(region, List.of());
    }

    @Override
    public RequestSettings settings() {
        return settings;
    }

    @Override
    public void arrived() {
        arrived.incrementAndGet();
    }

    @Override
    public boolean mayRetry() {
        return budget.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    @Override
    public Attempt attempt(RegionId region) {
        return new Attempt() {
            @Override
            public void succeeded() {
                told.add(region + " succeeded");
            }

            @Override
            public void refused() {
                told.add(region + " refused");
            }

            @Override
            public void failed() {
                told.add(region + " failed");
            }

            @Override
            public void abandoned() {
                told.add(region + " abandoned");
            }
        };
    }

    @Override
    public void shed() {
        told.add("user shed");
    }

    @Override
    public void failed() {
        told.add("user failed");
    }
}

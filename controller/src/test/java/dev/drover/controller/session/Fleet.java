package dev.drover.controller.session;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.ClusterId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.json.Json;
import dev.drover.api.routing.Mark;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.RoutedRegion;
import dev.drover.api.routing.RoutingPolicy;
import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.UserTally;
import dev.drover.api.settings.AgentSettings;
import dev.drover.api.settings.ContentCheck;
import dev.drover.api.settings.ProbeSettings;
import dev.drover.api.settings.RequestSettings;
import dev.drover.api.settings.ViewSettings;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A small fleet for tests: two regions, and the edges that a test names. */
public final class Fleet {

    public static final ClusterId CLUSTER = ClusterId.of("0d5a3c9e-7d0f-4c1b-9a39-3f5e2b8c1d10");
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final RegionId EAST = RegionId.of("us-east-1");
    public static final RegionId WEST = RegionId.of("us-west-2");

    private Fleet() {}

    public static PolicyId id(long revision) {
        return new PolicyId(CLUSTER, 1, revision);
    }

    public static RoutingPolicy policy(long revision, String... edges) {
        return policy(revision, 1, edges);
    }

    /** A policy whose slices have so many runs, so that they can be made as large as a test needs. */
    public static RoutingPolicy policy(long revision, int runs, String... edges) {
        SortedMap<EdgeId, SlotTable> tables = new TreeMap<>();
        SlotTable table = table(runs);
        for (String edge : edges) {
            tables.put(EdgeId.of(edge), table);
        }
        SortedMap<RegionId, RoutedRegion> regions = new TreeMap<>();
        regions.put(EAST, new RoutedRegion(List.of(URI.create("http://127.0.0.1:8001")), Mark.OPEN));
        regions.put(WEST, new RoutedRegion(List.of(URI.create("http://127.0.0.1:8002")), Mark.OPEN));
        return new RoutingPolicy(
                ServiceId.of("homepage"), id(revision), NOON, tables, regions, List.of(), false, settings());
    }

    private static SlotTable table(int runs) {
        List<SlotRun> parts = new ArrayList<>();
        int size = 10_000 / runs;
        for (int i = 0; i < runs; i++) {
            Owner owner = Owner.of(i % 2 == 0 ? EAST : WEST);
            Owner understudy = Owner.of(i % 2 == 0 ? WEST : EAST);
            int last = i == runs - 1 ? 9_999 : (i + 1) * size - 1;
            parts.add(new SlotRun(i * size, last, owner, understudy, owner));
        }
        return new SlotTable(parts);
    }

    public static AgentMessage.Hello hello(String agent, String boot) {
        return new AgentMessage.Hello(AgentId.of(agent), boot, "1.0", List.of("v1"), null);
    }

    public static AgentMessage.Report report(long sequence, long arrived) {
        return new AgentMessage.Report(
                sequence, NOON, 1_000, new UserTally(arrived, 0, 0, 0), new TreeMap<>(), null, false);
    }

    public static String text(AgentMessage message) {
        return Json.write(message);
    }

    private static AgentSettings settings() {
        Duration second = Duration.ofSeconds(1);
        return new AgentSettings(
                second,
                new ProbeSettings(
                        "/healthz",
                        second,
                        0.1,
                        second,
                        Duration.ofMillis(200),
                        Duration.ofMillis(700),
                        new ContentCheck("", 0)),
                new ViewSettings(
                        3,
                        Duration.ofMillis(400),
                        second,
                        5,
                        0.5,
                        second,
                        Duration.ofSeconds(30),
                        30,
                        1,
                        10,
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(10)),
                new RequestSettings(Duration.ofMillis(500), second, 0.2, 10, Duration.ofSeconds(10), "user", ""));
    }
}

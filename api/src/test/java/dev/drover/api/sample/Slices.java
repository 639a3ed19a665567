package dev.drover.api.sample;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.routing.EdgePolicy;
import dev.drover.api.routing.Mark;
import dev.drover.api.routing.RoutedRegion;
import dev.drover.api.routing.RoutingPolicy;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Slot tables, and routing policies in which the tables and the regions agree. */
public final class Slices {

    /** Regions that may own slots in the policies made here. */
    public static final List<RegionId> REGIONS =
            List.of(RegionId.of("us-east-1"), RegionId.of("us-west-2"), RegionId.of("eu-west-1"));
    /** A region that owns nothing, and may yet be a home. */
    public static final RegionId CLOSED = RegionId.of("ap-south-1");

    private Slices() {}

    /** Tables of up to 30 runs over those regions and shed. */
    public static Arbitrary<SlotTable> tables(List<RegionId> regions) {
        return tables(regions, regions);
    }

    /** A whole and consistent slice. */
    public static Arbitrary<EdgePolicy> edgePolicies() {
        return AnyValue.record(
                EdgePolicy.class, Map.of("slots", tables(REGIONS, withClosed()), "regions", routedRegions()));
    }

    /** A whole and consistent policy of up to four edges. */
    public static Arbitrary<RoutingPolicy> routingPolicies() {
        Arbitrary<SortedMap<EdgeId, SlotTable>> edges = Arbitraries.maps(
                        Arbitraries.of("iad", "pdx", "fra", "sin").map(EdgeId::of), tables(REGIONS, withClosed()))
                .map(TreeMap::new);
        return AnyValue.record(RoutingPolicy.class, Map.of("edges", edges, "regions", routedRegions()));
    }

    private static List<RegionId> withClosed() {
        List<RegionId> all = new ArrayList<>(REGIONS);
        all.add(CLOSED);
        return all;
    }

    private static Arbitrary<SlotTable> tables(List<RegionId> regions, List<RegionId> homes) {
        Arbitrary<Owner> owners = owners(regions);
        Arbitrary<SlotRun> looks =
                Combinators.combine(owners, owners, owners(homes)).as(Slices::look);
        Arbitrary<Set<Integer>> cuts =
                Arbitraries.integers().between(1, Slots.COUNT - 1).set().ofMaxSize(29);
        return cuts.flatMap(at -> looks.list().ofSize(at.size() + 1).map(runs -> table(new TreeSet<>(at), runs)));
    }

    private static Arbitrary<Owner> owners(List<RegionId> regions) {
        List<Owner> owners = new ArrayList<>(regions.stream().map(Owner::of).toList());
        owners.add(Owner.SHED);
        return Arbitraries.of(owners);
    }

    private static SlotRun look(Owner owner, Owner understudy, Owner home) {
        return new SlotRun(0, 0, owner, owner.equals(understudy) ? Owner.SHED : understudy, home);
    }

    private static SlotTable table(SortedSet<Integer> cuts, List<SlotRun> looks) {
        List<SlotRun> runs = new ArrayList<>();
        int first = 0;
        for (int cut : cuts) {
            runs.add(looks.get(runs.size()).over(first, cut - 1));
            first = cut;
        }
        runs.add(looks.get(runs.size()).over(first, Slots.COUNT - 1));
        return SlotTable.of(runs);
    }

    private static Arbitrary<SortedMap<RegionId, RoutedRegion>> routedRegions() {
        Arbitrary<List<URI>> origins = AnyValue.origins().list().ofMinSize(1).ofMaxSize(3);
        Arbitrary<RoutedRegion> inUse = Combinators.combine(origins, Arbitraries.of(Mark.OPEN, Mark.DRAINING))
                .as(RoutedRegion::new);
        return Combinators.combine(inUse.list().ofSize(REGIONS.size()), origins).as((regions, closedOrigins) -> {
            SortedMap<RegionId, RoutedRegion> all = new TreeMap<>();
            for (int at = 0; at < REGIONS.size(); at++) {
                all.put(REGIONS.get(at), regions.get(at));
            }
            all.put(CLOSED, new RoutedRegion(closedOrigins, Mark.CLOSED));
            return all;
        });
    }
}

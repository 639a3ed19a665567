package dev.drover.edge;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.routing.EdgePolicy;
import dev.drover.api.session.View;
import dev.drover.edge.view.ProbeOrder;
import dev.drover.edge.view.RegionWatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The watches of all regions of the policy in force, and what was last noticed of each. */
final class Regions {

    private final NavigableMap<RegionId, RegionWatch> watches = new TreeMap<>();
    private final SortedMap<RegionId, View> views = new TreeMap<>();
    private final RandomGenerator random;

    Regions(RandomGenerator random) {
        this.random = random;
    }

    /** What was seen of regions that stay is kept. */
    void adopt(EdgePolicy policy, long nanos) {
        watches.keySet().retainAll(policy.regions().keySet());
        views.keySet().retainAll(policy.regions().keySet());
        for (RegionId region : policy.regions().keySet()) {
            RegionWatch known = watches.get(region);
            if (known == null) {
                watches.put(
                        region,
                        new RegionWatch(
                                policy.settings().view(), policy.settings().probe(), nanos, random));
                views.put(region, View.GOOD);
            } else {
                known.adopt(policy.settings().view(), policy.settings().probe());
            }
        }
    }

    void advance(long nanos) {
        watches.values().forEach(watch -> watch.advance(nanos));
    }

    List<Effect.SendProbe> dueProbes(EdgePolicy policy, @Nullable RegionId overlaid, long nanos) {
        List<Effect.SendProbe> due = new ArrayList<>();
        policy.regions().forEach((region, routed) -> {
            RegionWatch watch = watches.get(region);
            ProbeOrder order = watch == null ? null : watch.nextProbe(nanos, region.equals(overlaid), random);
            while (watch != null && order != null) {
                due.add(new Effect.SendProbe(
                        region, routed.origins(), policy.settings().probe(), order));
                order = watch.nextProbe(nanos, region.equals(overlaid), random);
            }
        });
        return due;
    }

    /** The views that have turned since this was last asked. */
    List<Effect.ViewTurned> turns() {
        if (watches.keySet().stream().noneMatch(this::hasTurned)) {
            return List.of();
        }
        List<Effect.ViewTurned> turns = new ArrayList<>();
        for (Map.Entry<RegionId, RegionWatch> entry : watches.entrySet()) {
            View view = entry.getValue().view();
            if (views.put(entry.getKey(), view) != view) {
                turns.add(new Effect.ViewTurned(
                        entry.getKey(), view, entry.getValue().evidence()));
            }
        }
        return turns;
    }

    /** Whether its view has turned and that is still to be noticed. */
    boolean hasTurned(RegionId region) {
        RegionWatch watch = watches.get(region);
        return watch != null && views.get(region) != watch.view();
    }

    @Nullable
    RegionWatch of(RegionId region) {
        return watches.get(region);
    }

    NavigableMap<RegionId, RegionWatch> watches() {
        return Collections.unmodifiableNavigableMap(watches);
    }

    SortedMap<RegionId, View> views() {
        return Collections.unmodifiableSortedMap(views);
    }
}
